import { routesFor } from '#server/collections/routes-for.ts'
import { replyWithPage, requestedPage } from '#server/http/responses/list.ts'
import { sendJson } from '#server/http/responses/replies.ts'
import { AdAccountPath } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { adAccountOwner } from '#server/resources/accounts/ad-accounts/owner.ts'
import { requireAdAccount } from '#server/resources/accounts/ad-accounts/service.ts'
import { conversionTagTable, listConversionTags } from './repository.ts'
import { conversionTagErrors } from './resource.ts'
import {
  ConversionTag,
  ConversionTagCreate,
  ConversionTagList,
  ConversionTagListQuery,
  ConversionTagPath,
  OcpmEligible,
  PageVisitPage,
  PageVisitQuery,
  tagStatuses,
} from './schema.ts'
import { createConversionTag } from './service.ts'

const conversionTags = routesFor({ owner: adAccountOwner, table: conversionTagTable })
const conversionTag = conversionTags.entity(ConversionTagPath, conversionTagErrors['conversion_tag.path'])

/** Adds the operations on conversion tags. */
export function conversionTagRoutes(app: Operations): void {
  app.operation('conversion_tags/list', {
    summary: 'List conversion tags',
    description: 'Returns all conversion tags of an ad account, ordered by id, without pagination.',
    schema: { params: AdAccountPath, querystring: ConversionTagListQuery, response: { 200: ConversionTagList } },
    handler: ({ params, query, world }, reply) => {
      const { id } = requireAdAccount(world, params.ad_account_id)
      const rows = listConversionTags(world.db, id, query.filter_deleted ? ['ACTIVE'] : tagStatuses)
      return sendJson(reply, `{"items":[${rows.map(({ json }) => json).join(',')}]}`)
    },
  })

  app.operation('conversion_tags/create', {
    summary: 'Create a conversion tag',
    description: 'Creates a conversion tag. Options that are absent are off; md_frequency defaults to 1.',
    ...conversionTags.create(ConversionTagCreate, ConversionTag, createConversionTag),
  })

  app.operation('conversion_tags/get', {
    summary: 'Get a conversion tag',
    description: 'Returns one conversion tag of the ad account.',
    ...conversionTag.get(ConversionTag),
  })

  app.operation('page_visit_conversion_tags/get', {
    summary: 'List page visits',
    description:
      'Returns page visits that conversion tags reported. Always empty: no website embeds a tag of this mock.',
    schema: { params: AdAccountPath, querystring: PageVisitQuery, response: { 200: PageVisitPage } },
    handler: ({ operation, params: { ad_account_id }, query, world }, reply) => {
      const { order = 'ASCENDING' } = query
      const filters = { ad_account_id, order }
      const page = requestedPage({ operation, query }, filters)
      requireAdAccount(world, ad_account_id)
      return replyWithPage(reply, page, [], () => '')
    },
  })

  app.operation('ocpm_eligible_conversion_tags/get', {
    summary: 'Get events to optimize bids for',
    description:
      'Returns the events that conversion tags fired, by tag. Always empty: no website embeds a tag of this mock.',
    schema: { params: AdAccountPath, response: { 200: OcpmEligible } },
    handler: ({ params, world }, reply) => {
      requireAdAccount(world, params.ad_account_id)
      return sendJson(reply, '{}')
    },
  })
}
