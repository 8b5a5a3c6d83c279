import { sendJson } from '#server/http/responses/replies.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { assertActsFor } from '../businesses/permitted.ts'
import { BusinessPath } from '../businesses/schema.ts'
import { AccessRequestsCreate, AssetInvitesCreate } from './body-schema.ts'
import { exceptionOf, replyToInvites, resultsOf } from './results.ts'
import { AccessRequestsReply, AssetInvitesReply } from './schema.ts'
import { inviteOf } from './serialize.ts'
import { assignAssets, requestAccess } from './service.ts'

/** Adds the operations on assets in invites and requests. */
export function assetInviteRoutes(app: Operations): void {
  app.operation('create_asset_invites', {
    summary: 'Assign assets to invites',
    description: 'Assigns permissions on assets to pending invites and requests, which acceptance grants.',
    schema: { params: BusinessPath, body: AssetInvitesCreate, response: { 200: AssetInvitesReply } },
    handler: (request, reply) => {
      const { world, body, params } = request
      assertActsFor(request, params.business_id)
      return replyToInvites(request, reply, {
        items: body.invites,
        each: (item) => assignAssets(world, params.business_id, item),
        invite: (row) => ({
          ...inviteOf(world.db, row, world.clock.milliseconds(), false),
          created_by_business_id: row.business_id,
          created_by_user_id: row.created_by_id,
        }),
        exception: (violation, { invite_id }) => exceptionOf(violation, invite_id, null),
      })
    },
  })

  app.operation('asset_access_requests/create', {
    summary: 'Request access to assets',
    description: 'Requests access to assets of partners, who accept or decline as for other invites.',
    schema: { params: BusinessPath, body: AccessRequestsCreate, response: { 200: AccessRequestsReply } },
    handler: (request, reply) => {
      const { world, body, params, caller } = request
      assertActsFor(request, params.business_id)
      const sender = { business_id: params.business_id, created_by_id: caller.userId }
      const results = resultsOf(request, reply, {
        items: body.asset_requests,
        each: (item) => requestAccess(world, sender, item),
      })
      const invites = results.flatMap((one) => ('row' in one ? [[one.item.partner_id, one.row.id] as const] : []))
      const exceptions = results.flatMap((one) => ('violations' in one ? one.violations : []))
      const listed = exceptions.map(({ code, message }) => ({ code, messages: [message] }))
      const body200 = {
        exceptions: listed.length === 0 ? null : listed,
        invites: invites.length === 0 ? null : Object.fromEntries(invites),
      }
      return sendJson(reply, JSON.stringify(body200))
    },
  })
}
