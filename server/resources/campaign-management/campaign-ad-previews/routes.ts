import { replyToBatch } from '#server/http/responses/batch.ts'
import { nameRules, ofItem, sendJson } from '#server/http/responses/replies.ts'
import { AdAccountPath } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { requireAdAccount } from '#server/resources/accounts/ad-accounts/service.ts'
import { activePreviews } from './repository.ts'
import {
  ActivePreviews,
  CampaignAdPreviewCreate,
  CampaignAdPreviewReply,
  PreviewedAdGroups,
  RemovedPreviews,
} from './schema.ts'
import { previewText } from './serialize.ts'
import { createPreview, removePreviews } from './service.ts'

/** Adds the operations on previews of campaigns. */
export function campaignAdPreviewRoutes(app: Operations): void {
  app.operation('campaign_ad_preview/create', {
    summary: 'Create previews of ad groups',
    description: 'Creates a preview for each ad group, of its first ad. An ad group that is refused fails by itself.',
    schema: { params: AdAccountPath, body: CampaignAdPreviewCreate, response: { 200: CampaignAdPreviewReply } },
    handler: (request, reply) => {
      const { params, body, world, caller } = request
      const account = requireAdAccount(world, params.ad_account_id)
      return replyToBatch(request, reply, {
        items: body,
        each: (item) => createPreview(world, account, item, caller.userId),
        text: (row) => previewText(row, world.clock.milliseconds()),
        style: 'within',
        refused: ({ ad_group_id }) => ({ ad_group_id }),
      })
    },
  })

  app.operation('campaign_ad_preview/read', {
    summary: 'List previews of ad groups',
    description:
      'Returns the previews of ad groups that have neither expired nor been deleted. Unknown ids are ignored.',
    schema: { params: AdAccountPath, querystring: PreviewedAdGroups, response: { 200: ActivePreviews } },
    handler: ({ params, query, world }, reply) => {
      const { id } = requireAdAccount(world, params.ad_account_id)
      const now = world.clock.milliseconds()
      const rows = activePreviews(world.db, id, query.ad_group_ids, now)
      return sendJson(reply, `[${rows.map((row) => previewText(row, now)).join(',')}]`)
    },
  })

  app.operation('campaign_ad_preview/delete', {
    summary: 'Delete previews of ad groups',
    description:
      'Deletes the previews of ad groups, after all of these were validated: if one is refused, none of them.',
    schema: { params: AdAccountPath, querystring: PreviewedAdGroups, response: { 200: RemovedPreviews } },
    handler: ({ params, query, world }, reply) => {
      const account = requireAdAccount(world, params.ad_account_id)
      const outcomes = world.write(() => removePreviews(world, account, query.ad_group_ids))
      const refused = outcomes.map((outcome) => ('violations' in outcome ? outcome.violations : []))
      nameRules(reply, refused.flatMap(ofItem))
      const results = refused.map(([violation]) => ({
        status: violation ? { code: violation.code, message: violation.message } : { statusCode: 204 },
      }))
      return sendJson(reply, JSON.stringify(results))
    },
  })
}
