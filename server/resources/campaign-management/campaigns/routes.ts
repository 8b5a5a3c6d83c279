import { found } from '#server/domain/errors/found.ts'
import { batchOf, batchReply, replyToBatch } from '#server/http/responses/batch.ts'
import { replyWithPage, requestedPage } from '#server/http/responses/list.ts'
import { sendJson } from '#server/http/responses/replies.ts'
import { AdAccountPath, Id } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { requireAdAccount, viewpointOf } from '#server/resources/accounts/ad-accounts/service.ts'
import { campaignTable, listCampaigns } from './repository.ts'
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
import { changeCampaign, createCampaign } from './service.ts'

const Reply = batchReply(CampaignBatchData)
const CampaignPath = AdAccountPath.extend({ campaign_id: Id })

/** Adds the operations on campaigns. */
export function campaignRoutes(app: Operations): void {
  app.operation('campaigns/list', {
    summary: 'List campaigns',
    description:
      "Returns a page of the ad account's campaigns, ordered by id. ARCHIVED and DRAFT campaigns are excluded unless entity_statuses names these statuses.",
    schema: { params: AdAccountPath, querystring: CampaignListQuery, response: { 200: CampaignPage } },
    handler: ({ operation, params: { ad_account_id }, query, world }, reply) => {
      const { campaign_ids, entity_statuses = ['ACTIVE', 'PAUSED'], order = 'ASCENDING' } = query
      const filters = { ad_account_id, campaign_ids, entity_statuses, order }
      const page = requestedPage({ operation, query }, filters)
      const viewpoint = viewpointOf(world, requireAdAccount(world, ad_account_id))
      const rows = listCampaigns(world.db, filters, page)
      return replyWithPage(reply, page, rows, (row) => campaignText(row, viewpoint))
    },
  })

  app.operation('campaigns/create', {
    summary: 'Create campaigns',
    description: 'Creates up to 30 entities. Valid items are stored. An invalid item is answered with its exceptions.',
    schema: { params: AdAccountPath, body: batchOf(CampaignCreate), response: { 200: Reply } },
    handler: (request, reply) => {
      const { params, body, world } = request
      const account = requireAdAccount(world, params.ad_account_id)
      // Observed: after a creation the summary status follows from the stored status alone, even with billing disabled.
      const viewpoint = { now: world.clock.seconds(), billingDisabled: false }
      return replyToBatch(request, reply, {
        items: body,
        collect: () => campaignTable.collectRows(world.db),
        each: (item, campaigns) => createCampaign(world, account, item, campaigns),
        text: (row) => campaignText(row, viewpoint),
        style: 'empty',
      })
    },
  })

  app.operation('campaigns/update', {
    summary: 'Update campaigns',
    description:
      'Updates up to 30 entities. Fields that are absent keep their value. Some fields can only be changed while the status is DRAFT.',
    schema: { params: AdAccountPath, body: batchOf(CampaignUpdate), response: { 200: Reply } },
    handler: (request, reply) => {
      const { params, body, world } = request
      const account = requireAdAccount(world, params.ad_account_id)
      const viewpoint = viewpointOf(world, account)
      return replyToBatch(request, reply, {
        items: body,
        each: (item) => changeCampaign(world, account, item),
        text: (row) => campaignText(row, viewpoint),
        style: 'empty',
      })
    },
  })

  app.operation('campaigns/get', {
    summary: 'Get a campaign',
    description: 'Returns one campaign of the ad account, whatever its status.',
    schema: { params: CampaignPath, response: { 200: Campaign } },
    handler: ({ params: { ad_account_id, campaign_id }, world, caller: { userId: callerId } }, reply) => {
      const account = requireAdAccount(world, ad_account_id)
      const row = found(campaignTable.find(world.db, ad_account_id, campaign_id), campaignErrors['campaign.path'], {
        callerId,
      })
      return sendJson(reply, campaignText(row, viewpointOf(world, account)))
    },
  })
}
