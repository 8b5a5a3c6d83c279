import type { FastifyReply } from 'fastify'
import { sendJson } from '#server/http/responses/replies.ts'
import { AdAccountPath } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { requireAdAccount } from '#server/resources/accounts/ad-accounts/service.ts'
import type { World } from '#server/worlds/world.ts'
import type { ReportQuery } from './query.ts'
import { reportOf } from './report.ts'
import {
  AccountAnalytics,
  AccountAnalyticsQuery,
  AdAnalytics,
  AdAnalyticsQuery,
  AdGroupAnalytics,
  AdGroupAnalyticsQuery,
  AdPinAnalytics,
  AdPinAnalyticsQuery,
  CampaignAnalytics,
  CampaignAnalyticsQuery,
  ProductGroupAnalytics,
  ProductGroupAnalyticsQuery,
} from './schema.ts'
import { adGroupsIn, adsIn, campaignsIn, pinsIn, productGroupsIn } from './selections.ts'
import { aggregatedText, rowsText, type Selection } from './service.ts'

/** Adds the operations that answer figures at once. */
export function analyticsRoutes(app: Operations): void {
  app.operation('ad_account/analytics', {
    summary: 'Get ad account analytics',
    description: 'Returns the delivery of all ads of an ad account, by day or another time span.',
    schema: { params: AdAccountPath, querystring: AccountAnalyticsQuery, response: { 200: AccountAnalytics } },
    handler: answering('ad_account/analytics', () => ({ level: 'account' })),
  })

  app.operation('campaigns/analytics', {
    summary: 'Get campaign analytics',
    description:
      'Returns the delivery of campaigns, by day or another time span. Figures of ads add up to those of their ad groups and campaigns.',
    schema: { params: AdAccountPath, querystring: CampaignAnalyticsQuery, response: { 200: CampaignAnalytics } },
    handler: answering<CampaignAnalyticsQuery>('campaigns/analytics', ({ query }) => campaignsIn(query.campaign_ids)),
  })

  app.operation('ad_groups/analytics', {
    summary: 'Get ad group analytics',
    description: 'Returns the delivery of ad groups with their ads and product groups, by day or another time span.',
    schema: { params: AdAccountPath, querystring: AdGroupAnalyticsQuery, response: { 200: AdGroupAnalytics } },
    handler: answering<AdGroupAnalyticsQuery>('ad_groups/analytics', ({ world, accountId, query }) =>
      adGroupsIn(world, accountId, query.ad_group_ids),
    ),
  })

  app.operation('ads/analytics', {
    summary: 'Get ad analytics',
    description:
      'Returns the delivery of ads, by day or another time span. Ads are selected by id, or by campaign and Pin.',
    schema: { params: AdAccountPath, querystring: AdAnalyticsQuery, response: { 200: AdAnalytics } },
    handler: answering<AdAnalyticsQuery>('ads/analytics', ({ world, accountId, query }) =>
      adsIn(world, accountId, query),
    ),
  })

  app.operation('ad_pins/analytics', {
    summary: 'Get analytics of the Pins of a campaign',
    description: "Returns the delivery of a campaign's ads, summed for each Pin.",
    schema: { params: AdAccountPath, querystring: AdPinAnalyticsQuery, response: { 200: AdPinAnalytics } },
    handler: answering<AdPinAnalyticsQuery>('ad_pins/analytics', ({ query }) =>
      pinsIn(query.campaign_id, query.pin_ids),
    ),
  })

  app.operation('product_groups/analytics', {
    summary: 'Get product group analytics',
    description: 'Returns the delivery of product group promotions, by day or another time span.',
    schema: {
      params: AdAccountPath,
      querystring: ProductGroupAnalyticsQuery,
      response: { 200: ProductGroupAnalytics },
    },
    handler: answering<ProductGroupAnalyticsQuery>('product_groups/analytics', ({ world, accountId, query }) =>
      productGroupsIn(world, accountId, query.product_group_ids),
    ),
  })
}

/** A request as the selection of its entities needs it. */
interface SelectionRequest<Query> {
  readonly world: World
  readonly accountId: string
  readonly query: Query
}

type Query = ReportQuery & { readonly aggregate_report_rows?: boolean | undefined }

/** Returns the handler of an operation: checks the days before it looks for the entities. */
const answering =
  <Own extends Query = Query>(operation: string, select: (request: SelectionRequest<Own>) => Selection) =>
  async (
    { world, params, query }: { world: World; params: { ad_account_id: string }; query: Own },
    reply: FastifyReply,
  ): Promise<FastifyReply> => {
    const { id: accountId } = requireAdAccount(world, params.ad_account_id)
    const report = reportOf(world, accountId, operation, query)
    const selection = select({ world, accountId, query })
    const answer = query.aggregate_report_rows ? aggregatedText : rowsText
    return sendJson(reply, await answer(world, report, selection))
  }
