import type { Viewpoint } from '#server/domain/ads/status.ts'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { batchOf, batchReply, batchStyles, replyToBatch } from '#server/http/responses/batch.ts'
import { pageText, sequenceOf } from '#server/http/responses/pagination.ts'
import { ItemException, sendJson, warn } from '#server/http/responses/replies.ts'
import { AdAccountPath, Id } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { knownAdAccount, viewpointOf } from '#server/resources/accounts/ad-accounts/service.ts'
import { findAd, listAds } from './repository.ts'
import { adErrors } from './resource.ts'
import { Ad, AdCreate, AdListQuery, AdPage, AdUpdate } from './schema.ts'
import { adText } from './serialize.ts'
import { type AdOutcome, changeAd, createAd } from './service.ts'

const AdPath = AdAccountPath.extend({ ad_id: Id.meta({ description: 'Ad ID.' }) })
const Reply = batchReply(Ad, ItemException)

/** Adds the operations on ads. */
export function adRoutes(app: Operations): void {
  app.operation('ads/list', {
    summary: 'List ads',
    description: 'A page of the ads of an ad account, by id. Archived ones and drafts only when asked for.',
    schema: { params: AdAccountPath, querystring: AdListQuery, response: { 200: AdPage } },
    handler: (request, reply) => {
      const { params, query, world } = request
      const { ad_account_id } = params
      const { campaign_ids, ad_group_ids, ad_ids, page_size, bookmark } = query
      const { entity_statuses = ['ACTIVE', 'PAUSED'], order = 'ASCENDING' } = query
      const filters = { ad_account_id, campaign_ids, ad_group_ids, ad_ids, entity_statuses, order }
      const list = { operation: 'ads/list', filters, page_size, bookmark }
      const after = sequenceOf(list)
      const viewpoint = viewpointOf(world, knownAdAccount(world, ad_account_id))
      warn(request, filterWarnings({ campaign_ids, ad_group_ids, ad_ids }))
      const rows = listAds(world.db, filters, { after, limit: page_size + 1 })
      return sendJson(
        reply,
        pageText(list, rows, (row) => adText(row, viewpoint)),
      )
    },
  })

  app.operation('ads/create', {
    summary: 'Create ads',
    description: "Up to 30 at once. What is right is stored; what is wrong comes back as that item's exception.",
    schema: { params: AdAccountPath, body: batchOf(AdCreate), response: { 200: Reply } },
    handler: ({ params, body, world }, reply) => {
      const account = knownAdAccount(world, params.ad_account_id)
      const viewpoint = viewpointOf(world, account)
      return replyToBatch(reply, world, body, batchStyles.oneException, (item) =>
        told(createAd(world, account, item), viewpoint),
      )
    },
  })

  app.operation('ads/update', {
    summary: 'Update ads',
    description: 'Up to 30 at once; what is not sent stays. Some fields can be changed in a DRAFT only.',
    schema: { params: AdAccountPath, body: batchOf(AdUpdate), response: { 200: Reply } },
    handler: ({ params, body, world }, reply) => {
      const account = knownAdAccount(world, params.ad_account_id)
      const viewpoint = viewpointOf(world, account)
      return replyToBatch(reply, world, body, batchStyles.oneException, (item) =>
        told(changeAd(world, account, item), viewpoint),
      )
    },
  })

  app.operation('ads/get', {
    summary: 'Get an ad',
    description: 'One ad of the ad account, whatever its status.',
    schema: { params: AdPath, response: { 200: Ad } },
    handler: ({ params: { ad_account_id, ad_id }, world, caller }, reply) => {
      const account = knownAdAccount(world, ad_account_id)
      const row = findAd(world.db, ad_account_id, ad_id)
      if (row === undefined) throw new ApiError(adErrors['ad.path'], { callerId: caller.userId })
      return sendJson(reply, adText(row, viewpointOf(world, account)))
    },
  })
}

/**
 * Warns of filters of more than one kind. Pinterest's description advises against them and does not say that they are
 * refused, and its own quickstart sends campaign_ids beside ad_group_ids.
 */
function filterWarnings(filters: Readonly<Record<string, unknown>>): readonly string[] {
  const given = Object.keys(filters).filter((name) => filters[name] !== undefined)
  if (given.length < 2) return []
  return [`Pinterest advises to filter ads by one kind of ids; here they must match all of ${given.join(', ')}`]
}

const told = (outcome: AdOutcome, viewpoint: Viewpoint) =>
  'row' in outcome ? { text: adText(outcome.row, viewpoint) } : outcome
