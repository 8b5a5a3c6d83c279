import { found } from '#server/domain/errors/found.ts'
import { batchOf, batchReply, replyToBatch } from '#server/http/responses/batch.ts'
import { replyWithPage, requestedPage } from '#server/http/responses/list.ts'
import { sendJson } from '#server/http/responses/replies.ts'
import { AdAccountPath, Id } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { requireAdAccount, viewpointOf } from '#server/resources/accounts/ad-accounts/service.ts'
import { AdGroupListQuery, AdGroupPage, PromotedAdGroupQuery } from './list-schema.ts'
import { adGroupsShowing, adGroupTable, listAdGroups } from './repository.ts'
import { adGroupErrors } from './resource.ts'
import { adGroupListRules, adGroupUpdateRules } from './rules.ts'
import { AdGroup, AdGroupCreate, AdGroupUpdate } from './schema.ts'
import { adGroupText, listedAdGroupText, withInterestNames } from './serialize.ts'
import { changeAdGroup, createAdGroup } from './service.ts'

const AdGroupPath = AdAccountPath.extend({ ad_group_id: Id })

/** Adds the operations on ad groups. */
export function adGroupRoutes(app: Operations): void {
  app.operation('ad_groups/list', {
    summary: 'List ad groups',
    description:
      "Returns a page of the ad account's ad groups, ordered by id. ARCHIVED and DRAFT ad groups are excluded unless entity_statuses names these statuses.",
    schema: { params: AdAccountPath, querystring: AdGroupListQuery, response: { 200: AdGroupPage } },
    handler: ({ operation, params: { ad_account_id }, query, world }, reply) => {
      const { campaign_ids, ad_group_ids } = query
      world.rules.assert(adGroupListRules, query)
      const { entity_statuses = ['ACTIVE', 'PAUSED'], order = 'ASCENDING', translate_interests_to_names } = query
      const filters = { ad_account_id, campaign_ids, ad_group_ids, entity_statuses, order }
      const page = requestedPage({ operation, query }, filters)
      const viewpoint = viewpointOf(world, requireAdAccount(world, ad_account_id))
      const rows = listAdGroups(world.db, filters, page)
      return replyWithPage(reply, page, rows, (row) =>
        listedAdGroupText(translate_interests_to_names ? withInterestNames(row) : row, viewpoint),
      )
    },
  })

  app.operation('ad_groups/create', {
    summary: 'Create ad groups',
    description: 'Creates up to 30 entities. Valid items are stored. An invalid item is answered with its exceptions.',
    schema: { params: AdAccountPath, body: batchOf(AdGroupCreate), response: { 200: batchReply(AdGroup) } },
    handler: (request, reply) => {
      const { params, body, world } = request
      const account = requireAdAccount(world, params.ad_account_id)
      // Observed: after a creation the summary status follows from the stored status alone, even with billing disabled.
      const viewpoint = { now: world.clock.seconds(), billingDisabled: false }
      return replyToBatch(request, reply, {
        items: body,
        collect: () => adGroupTable.collectRows(world.db),
        each: (item, adGroups) => createAdGroup(world, account, item, adGroups),
        text: (row) => adGroupText(row, viewpoint),
        style: 'absent',
      })
    },
  })

  app.operation('ad_groups/update', {
    summary: 'Update ad groups',
    description:
      'Updates up to 30 entities. Fields that are absent keep their value. Some fields can only be changed while the status is DRAFT.',
    schema: { params: AdAccountPath, body: batchOf(AdGroupUpdate), response: { 200: batchReply(AdGroup) } },
    handler: (request, reply) => {
      const { params, body, world } = request
      world.rules.assert(adGroupUpdateRules, { items: body })
      const account = requireAdAccount(world, params.ad_account_id)
      const viewpoint = viewpointOf(world, account)
      return replyToBatch(request, reply, {
        items: body,
        each: (item) => changeAdGroup(world, account, item),
        text: (row) => adGroupText(row, viewpoint),
        style: 'absent',
      })
    },
  })

  app.operation('ad_groups/get', {
    summary: 'Get an ad group',
    description: 'Returns one ad group of the ad account, whatever its status.',
    schema: { params: AdGroupPath, response: { 200: AdGroup } },
    handler: ({ params: { ad_account_id, ad_group_id }, world, caller: { userId: callerId } }, reply) => {
      const account = requireAdAccount(world, ad_account_id)
      const row = found(adGroupTable.find(world.db, ad_account_id, ad_group_id), adGroupErrors['ad_group.path'], {
        callerId,
      })
      return sendJson(reply, adGroupText(row, viewpointOf(world, account)))
    },
  })

  app.operation('get_ad_groups_by_promotion_ids/list', {
    summary: 'List ad groups of promotions',
    description: 'Returns a page of the ad groups that show one of the promotions, ordered by id.',
    schema: { params: AdAccountPath, querystring: PromotedAdGroupQuery, response: { 200: AdGroupPage } },
    handler: ({ operation, params: { ad_account_id }, query, world }, reply) => {
      const { promotion_ids, order = 'ASCENDING' } = query
      const filters = { ad_account_id, promotion_ids, order }
      const page = requestedPage({ operation, query }, filters)
      const viewpoint = viewpointOf(world, requireAdAccount(world, ad_account_id))
      const ad_group_ids = adGroupsShowing(world.db, ad_account_id, promotion_ids)
      const entity_statuses = ['ACTIVE', 'PAUSED'] as const
      const rows = listAdGroups(world.db, { ad_account_id, ad_group_ids, entity_statuses, order }, page)
      return replyWithPage(reply, page, rows, (row) => listedAdGroupText(row, viewpoint))
    },
  })
}
