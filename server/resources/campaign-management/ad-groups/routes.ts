import type { Viewpoint } from '#server/domain/ads/status.ts'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { batchOf, batchReply, batchStyles, replyToBatch } from '#server/http/responses/batch.ts'
import { pageText, sequenceOf } from '#server/http/responses/pagination.ts'
import { sendJson } from '#server/http/responses/replies.ts'
import { AdAccountPath, Id } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { knownAdAccount, viewpointOf } from '#server/resources/accounts/ad-accounts/service.ts'
import { findAdGroup, listAdGroups } from './repository.ts'
import { adGroupErrors } from './resource.ts'
import { adGroupListRules, adGroupUpdateRules } from './rules.ts'
import { AdGroup, AdGroupCreate, AdGroupListQuery, AdGroupPage, AdGroupUpdate } from './schema.ts'
import { adGroupText, listedAdGroupText, withInterestNames } from './serialize.ts'
import { type AdGroupOutcome, changeAdGroup, createAdGroup } from './service.ts'

const AdGroupPath = AdAccountPath.extend({ ad_group_id: Id.meta({ description: 'Ad group ID.' }) })

/** Adds the operations on ad groups. */
export function adGroupRoutes(app: Operations): void {
  app.operation('ad_groups/list', {
    summary: 'List ad groups',
    description: 'A page of the ad groups of an ad account, by id. Archived ones and drafts only when asked for.',
    schema: { params: AdAccountPath, querystring: AdGroupListQuery, response: { 200: AdGroupPage } },
    handler: ({ params: { ad_account_id }, query, world }, reply) => {
      const { campaign_ids, ad_group_ids, page_size, bookmark } = query
      world.rules.assert(adGroupListRules, query)
      const { entity_statuses = ['ACTIVE', 'PAUSED'], order = 'ASCENDING', translate_interests_to_names } = query
      const filters = { ad_account_id, campaign_ids, ad_group_ids, entity_statuses, order }
      const list = { operation: 'ad_groups/list', filters, page_size, bookmark }
      const after = sequenceOf(list)
      const viewpoint = viewpointOf(world, knownAdAccount(world, ad_account_id))
      const rows = listAdGroups(world.db, filters, { after, limit: page_size + 1 })
      return sendJson(
        reply,
        pageText(list, rows, (row) =>
          listedAdGroupText(translate_interests_to_names ? withInterestNames(row) : row, viewpoint),
        ),
      )
    },
  })

  app.operation('ad_groups/create', {
    summary: 'Create ad groups',
    description: "Up to 30 at once. What is right is stored; what is wrong comes back as that item's exceptions.",
    schema: { params: AdAccountPath, body: batchOf(AdGroupCreate), response: { 200: batchReply(AdGroup) } },
    handler: ({ params, body, world }, reply) => {
      const account = knownAdAccount(world, params.ad_account_id)
      // Observed: a creation answers by the stored status alone, also in an account that cannot spend.
      const viewpoint = { now: world.clock.seconds(), billingDisabled: false }
      return replyToBatch(reply, world, body, batchStyles.noData, (item) =>
        told(createAdGroup(world, account, item), viewpoint),
      )
    },
  })

  app.operation('ad_groups/update', {
    summary: 'Update ad groups',
    description: 'Up to 30 at once; what is not sent stays. Some fields can be changed in a DRAFT only.',
    schema: { params: AdAccountPath, body: batchOf(AdGroupUpdate), response: { 200: batchReply(AdGroup) } },
    handler: ({ params, body, world }, reply) => {
      world.rules.assert(adGroupUpdateRules, { items: body })
      const account = knownAdAccount(world, params.ad_account_id)
      const viewpoint = viewpointOf(world, account)
      return replyToBatch(reply, world, body, batchStyles.noData, (item) =>
        told(changeAdGroup(world, account, item), viewpoint),
      )
    },
  })

  app.operation('ad_groups/get', {
    summary: 'Get an ad group',
    description: 'One ad group of the ad account, whatever its status.',
    schema: { params: AdGroupPath, response: { 200: AdGroup } },
    handler: ({ params: { ad_account_id, ad_group_id }, world, caller }, reply) => {
      const account = knownAdAccount(world, ad_account_id)
      const row = findAdGroup(world.db, ad_account_id, ad_group_id)
      if (row === undefined) throw new ApiError(adGroupErrors['ad_group.path'], { callerId: caller.userId })
      return sendJson(reply, adGroupText(row, viewpointOf(world, account)))
    },
  })
}

const told = (outcome: AdGroupOutcome, viewpoint: Viewpoint) =>
  'row' in outcome ? { ...outcome, text: adGroupText(outcome.row, viewpoint) } : outcome
