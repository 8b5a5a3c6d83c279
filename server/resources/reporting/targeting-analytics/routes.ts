import type { FastifyReply } from 'fastify'
import type { BreakdownType } from '#server/domain/delivery/breakdown-types.ts'
import { json } from '#server/http/responses/replies.ts'
import { AdAccountPath } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { requireAdAccount } from '#server/resources/accounts/ad-accounts/service.ts'
import type { World } from '#server/worlds/world.ts'
import type { ReportQuery } from '../analytics/query.ts'
import { reportOf } from '../analytics/report.ts'
import { adGroupsIn, adsIn, campaignsIn } from '../analytics/selections.ts'
import type { Selection } from '../analytics/service.ts'
import {
  AccountTargetingQuery,
  AdGroupTargetingQuery,
  AdTargetingQuery,
  CampaignTargetingQuery,
  TargetingAnalytics,
} from './schema.ts'
import { breakdownsJson } from './service.ts'

/** Adds the operations that break figures down by targeting. */
export function targetingAnalyticsRoutes(app: Operations): void {
  const response = { 200: TargetingAnalytics }

  app.operation('ad_account_targeting_analytics/get', {
    summary: 'Get targeting analytics of an ad account',
    description: 'Returns the delivery of an ad account by gender, country, device and other targeting types.',
    schema: { params: AdAccountPath, querystring: AccountTargetingQuery, response },
    handler: answering('ad_account_targeting_analytics/get', () => ({ level: 'account' })),
  })

  app.operation('campaign_targeting_analytics/get', {
    summary: 'Get targeting analytics of campaigns',
    description:
      'Returns the delivery of campaigns by targeting type. The values of a partition add up to the campaign.',
    schema: { params: AdAccountPath, querystring: CampaignTargetingQuery, response },
    handler: answering<CampaignTargetingQuery>('campaign_targeting_analytics/get', ({ query }) =>
      campaignsIn(query.campaign_ids),
    ),
  })

  app.operation('ad_groups_targeting_analytics/get', {
    summary: 'Get targeting analytics of ad groups',
    description: 'Returns the delivery of ad groups by targeting type. Only values that the ad group targets occur.',
    schema: { params: AdAccountPath, querystring: AdGroupTargetingQuery, response },
    handler: answering<AdGroupTargetingQuery>('ad_groups_targeting_analytics/get', ({ world, accountId, query }) =>
      adGroupsIn(world, accountId, query.ad_group_ids),
    ),
  })

  app.operation('ad_targeting_analytics/get', {
    summary: 'Get targeting analytics of ads',
    description: 'Returns the delivery of ads by targeting type. Only values that the ad group targets occur.',
    schema: { params: AdAccountPath, querystring: AdTargetingQuery, response },
    handler: answering<AdTargetingQuery>('ad_targeting_analytics/get', ({ world, accountId, query }) =>
      adsIn(world, accountId, query),
    ),
  })
}

type Query = ReportQuery & { readonly targeting_types: readonly BreakdownType[] }

/** Returns the handler of an operation: checks the days before it looks for the entities. */
const answering =
  <Own extends Query = Query>(
    operation: string,
    select: (request: { readonly world: World; readonly accountId: string; readonly query: Own }) => Selection,
  ) =>
  async (
    { world, params, query }: { world: World; params: { ad_account_id: string }; query: Own },
    reply: FastifyReply,
  ): Promise<FastifyReply> => {
    const { id: accountId } = requireAdAccount(world, params.ad_account_id)
    const report = reportOf(world, accountId, operation, query)
    const answer = await breakdownsJson(world, report, select({ world, accountId, query }), query.targeting_types)
    return reply.header('content-type', json).send(answer)
  }
