import type { Viewpoint } from '#server/domain/ads/status.ts'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { batchOf, batchReply, batchStyles, replyToBatch } from '#server/http/responses/batch.ts'
import { pageText, sequenceOf } from '#server/http/responses/pagination.ts'
import { sendJson } from '#server/http/responses/replies.ts'
import { AdAccountPath, Id } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { knownAdAccount, viewpointOf } from '#server/resources/accounts/ad-accounts/service.ts'
import { findCampaign, listCampaigns } from './repository.ts'
import { campaignErrors } from './resource.ts'
import {
  Campaign,
  CampaignBatchData,
  CampaignCreate,
  CampaignListQuery,
  CampaignPage,
  CampaignUpdate,
} from './schema.ts'
import { campaignText } from './serialize.ts'
import { type CampaignOutcome, changeCampaign, createCampaign } from './service.ts'

const Reply = batchReply(CampaignBatchData)
const CampaignPath = AdAccountPath.extend({ campaign_id: Id.meta({ description: 'Campaign ID.' }) })

/** Adds the operations on campaigns. */
export function campaignRoutes(app: Operations): void {
  app.operation('campaigns/list', {
    summary: 'List campaigns',
    description: 'A page of the campaigns of an ad account, by id. Archived ones and drafts only when asked for.',
    schema: { params: AdAccountPath, querystring: CampaignListQuery, response: { 200: CampaignPage } },
    handler: ({ params: { ad_account_id }, query, world }, reply) => {
      const { campaign_ids, entity_statuses = ['ACTIVE', 'PAUSED'], order = 'ASCENDING', page_size, bookmark } = query
      const filters = { ad_account_id, campaign_ids, entity_statuses, order }
      const list = { operation: 'campaigns/list', filters, page_size, bookmark }
      const after = sequenceOf(list)
      const viewpoint = viewpointOf(world, knownAdAccount(world, ad_account_id))
      const rows = listCampaigns(world.db, filters, { after, limit: page_size + 1 })
      return sendJson(
        reply,
        pageText(list, rows, (row) => campaignText(row, viewpoint)),
      )
    },
  })

  app.operation('campaigns/create', {
    summary: 'Create campaigns',
    description: "Up to 30 at once. What is right is stored; what is wrong comes back as that item's exceptions.",
    schema: { params: AdAccountPath, body: batchOf(CampaignCreate), response: { 200: Reply } },
    handler: ({ params, body, world }, reply) => {
      const account = knownAdAccount(world, params.ad_account_id)
      // Observed: a creation answers by the stored status alone, also in an account that cannot spend.
      const viewpoint = { now: world.clock.seconds(), billingDisabled: false }
      return replyToBatch(reply, world, body, batchStyles.emptyData, (item) =>
        told(createCampaign(world, account, item), viewpoint),
      )
    },
  })

  app.operation('campaigns/update', {
    summary: 'Update campaigns',
    description: 'Up to 30 at once; what is not sent stays. Some fields can be changed in a DRAFT only.',
    schema: { params: AdAccountPath, body: batchOf(CampaignUpdate), response: { 200: Reply } },
    handler: ({ params, body, world }, reply) => {
      const account = knownAdAccount(world, params.ad_account_id)
      const viewpoint = viewpointOf(world, account)
      return replyToBatch(reply, world, body, batchStyles.emptyData, (item) =>
        told(changeCampaign(world, account, item), viewpoint),
      )
    },
  })

  app.operation('campaigns/get', {
    summary: 'Get a campaign',
    description: 'One campaign of the ad account, whatever its status.',
    schema: { params: CampaignPath, response: { 200: Campaign } },
    handler: ({ params: { ad_account_id, campaign_id }, world, caller }, reply) => {
      const account = knownAdAccount(world, ad_account_id)
      const row = findCampaign(world.db, ad_account_id, campaign_id)
      if (row === undefined) throw new ApiError(campaignErrors['campaign.path'], { callerId: caller.userId })
      return sendJson(reply, campaignText(row, viewpointOf(world, account)))
    },
  })
}

const told = (outcome: CampaignOutcome, viewpoint: Viewpoint) =>
  'row' in outcome ? { text: campaignText(outcome.row, viewpoint) } : outcome
