import { found } from '#server/domain/errors/found.ts'
import { batchOf, batchReply, replyToBatch } from '#server/http/responses/batch.ts'
import { replyWithPage, requestedPage } from '#server/http/responses/list.ts'
import { ItemException, sendJson, warn } from '#server/http/responses/replies.ts'
import { AdAccountPath, Id } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { requireAdAccount, viewpointOf } from '#server/resources/accounts/ad-accounts/service.ts'
import { processFeedsOfPins } from '#server/resources/content/pins/feeds-of-pins.ts'
import { progressOf, readProgressOf } from '#server/worlds/progress.ts'
import { adTable, listAds } from './repository.ts'
import { adErrors } from './resource.ts'
import { Ad, AdCreate, AdListQuery, AdPage, AdUpdate } from './schema.ts'
import { adText } from './serialize.ts'
import { changeAd, createAd } from './service.ts'

const AdPath = AdAccountPath.extend({ ad_id: Id })
const Reply = batchReply(Ad, ItemException)

/** Adds the operations on ads. */
export function adRoutes(app: Operations): void {
  app.operation('ads/list', {
    summary: 'List ads',
    description:
      "Returns a page of the ad account's ads, ordered by id. ARCHIVED and DRAFT ads are excluded unless entity_statuses names these statuses.",
    schema: { params: AdAccountPath, querystring: AdListQuery, response: { 200: AdPage } },
    handler: (request, reply) => {
      const { params, query, world } = request
      const { ad_account_id } = params
      const { campaign_ids, ad_group_ids, ad_ids } = query
      const { entity_statuses = ['ACTIVE', 'PAUSED'], order = 'ASCENDING' } = query
      const filters = { ad_account_id, campaign_ids, ad_group_ids, ad_ids, entity_statuses, order }
      const page = requestedPage(request, filters)
      const reviews = readProgressOf(world, 'ads')
      const viewpoint = { ...viewpointOf(world, requireAdAccount(world, ad_account_id)), reviews }
      warn(request, filterWarnings({ campaign_ids, ad_group_ids, ad_ids }))
      const rows = listAds(world.db, filters, page)
      return replyWithPage(reply, page, rows, (row) => adText(row, viewpoint))
    },
  })

  app.operation('ads/create', {
    summary: 'Create ads',
    description: 'Creates up to 30 entities. Valid items are stored. An invalid item is answered with its exception.',
    schema: { params: AdAccountPath, body: batchOf(AdCreate), response: { 200: Reply } },
    handler: async (request, reply) => {
      await processFeedsOfPins(
        request,
        request.body.map(({ pin_id }) => pin_id ?? undefined),
      )
      const { params, body, world } = request
      const account = requireAdAccount(world, params.ad_account_id)
      const viewpoint = { ...viewpointOf(world, account), reviews: progressOf(world, 'ads') }
      return replyToBatch(request, reply, {
        items: body,
        collect: () => adTable.collectRows(world.db),
        each: (item, ads) => createAd(world, account, item, [], ads),
        text: (row) => adText(row, viewpoint),
        style: 'single',
      })
    },
  })

  app.operation('ads/update', {
    summary: 'Update ads',
    description:
      'Updates up to 30 entities. Fields that are absent keep their value. Some fields can only be changed while the status is DRAFT.',
    schema: { params: AdAccountPath, body: batchOf(AdUpdate), response: { 200: Reply } },
    handler: async (request, reply) => {
      await processFeedsOfPins(
        request,
        request.body.map(({ pin_id }) => pin_id ?? undefined),
      )
      const { params, body, world } = request
      const account = requireAdAccount(world, params.ad_account_id)
      const viewpoint = { ...viewpointOf(world, account), reviews: progressOf(world, 'ads') }
      return replyToBatch(request, reply, {
        items: body,
        each: (item) => changeAd(world, account, item),
        text: (row) => adText(row, viewpoint),
        style: 'single',
      })
    },
  })

  app.operation('ads/get', {
    summary: 'Get an ad',
    description: 'Returns one ad of the ad account, whatever its status.',
    schema: { params: AdPath, response: { 200: Ad } },
    handler: ({ params: { ad_account_id, ad_id }, world, caller: { userId: callerId } }, reply) => {
      const account = requireAdAccount(world, ad_account_id)
      const row = found(adTable.find(world.db, ad_account_id, ad_id), adErrors['ad.path'], { callerId })
      const viewpoint = { ...viewpointOf(world, account), reviews: readProgressOf(world, 'ads') }
      return sendJson(reply, adText(row, viewpoint))
    },
  })
}

/**
 * Warns of filters of more than one kind. Pinterest's description advises against them and does not say that they are
 * refused, and its own quickstart sends campaign_ids beside ad_group_ids.
 */
function filterWarnings(filters: Readonly<Record<string, unknown>>): readonly string[] {
  const sent = Object.keys(filters).filter((name) => filters[name] !== undefined)
  if (sent.length < 2) return []
  return [`Pinterest advises to filter ads by one kind of ids; here they must match all of ${sent.join(', ')}`]
}
