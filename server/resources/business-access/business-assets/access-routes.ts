import { sendJson } from '#server/http/responses/replies.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { assertActsFor } from '../businesses/permitted.ts'
import { BusinessPath } from '../businesses/schema.ts'
import { MemberAccessDelete, MemberAccessUpdate, PartnerAccessDelete, PartnerAccessUpdate } from './body-schema.ts'
import { MemberAccessDeleteReply, MemberAccessReply, PartnerAccessDeleteReply, PartnerAccessReply } from './schema.ts'
import { giveAccess, takeAccess } from './service.ts'

/** Adds the operations that give and end access to assets. */
export function accessRoutes(app: Operations): void {
  app.operation('business_members_asset_access/update', {
    summary: 'Assign assets to members',
    description: 'Gives members permissions on assets, in place of those before. Each is a role in the ad account.',
    schema: { params: BusinessPath, body: MemberAccessUpdate, response: { 200: MemberAccessReply } },
    handler: (request, reply) => {
      const { world, body, params } = request
      assertActsFor(request, params.business_id)
      const grants = body.accesses.map(({ asset_id, member_id, permissions }) => {
        const key = { business_id: params.business_id, user_id: member_id, grantee: 'MEMBER', asset: asset_id } as const
        return { ...key, permissions }
      })
      const rows = world.write(() => giveAccess(world, 'business_members_asset_access/update', grants))
      const items = rows.map(({ asset, user_id, permissions }) => ({
        response: { asset_id: asset, member_id: user_id, permissions: JSON.parse(permissions) },
      }))
      return sendJson(reply, JSON.stringify({ items }))
    },
  })

  app.operation('business_members_asset_access/delete', {
    summary: "End members' access to assets",
    description: 'Takes permissions on assets from members, and with them the roles in ad accounts.',
    schema: { params: BusinessPath, body: MemberAccessDelete, response: { 200: MemberAccessDeleteReply } },
    handler: (request, reply) => {
      const { world, body, params } = request
      assertActsFor(request, params.business_id)
      const keys = body.accesses.map(({ asset_id, member_id }) => {
        return { business_id: params.business_id, user_id: member_id, grantee: 'MEMBER', asset: asset_id } as const
      })
      const rows = world.write(() => takeAccess(world, 'business_members_asset_access/delete', keys))
      const items = rows.map(({ asset, user_id }) => ({ asset_id: asset, member_id: user_id }))
      return sendJson(reply, JSON.stringify({ items }))
    },
  })

  app.operation('update_partner_asset_access_handler_impl', {
    summary: 'Assign assets to partners',
    description: 'Gives partners permissions on assets that the business owns, in place of those before.',
    schema: { params: BusinessPath, body: PartnerAccessUpdate, response: { 200: PartnerAccessReply } },
    handler: (request, reply) => {
      const { world, body, params } = request
      assertActsFor(request, params.business_id)
      const grants = body.accesses.map(({ asset_id, partner_id, permissions }) => {
        const key = { business_id: params.business_id, user_id: partner_id, asset: asset_id }
        return { ...key, grantee: 'PARTNER' as const, permissions }
      })
      const rows = world.write(() => giveAccess(world, 'update_partner_asset_access_handler_impl', grants))
      const items = rows.map(({ asset, asset_type, user_id, permissions }) => {
        return { asset_id: asset, asset_type, partner_id: user_id, permissions: JSON.parse(permissions) }
      })
      return sendJson(reply, JSON.stringify({ items }))
    },
  })

  app.operation('delete_partner_asset_access_handler_impl', {
    summary: "End partners' access to assets",
    description: "Takes permissions on assets from partners, or gives up the business's own on assets of partners.",
    schema: { params: BusinessPath, body: PartnerAccessDelete, response: { 200: PartnerAccessDeleteReply } },
    handler: (request, reply) => {
      const { world, body, params } = request
      const own = params.business_id
      assertActsFor(request, own)
      const keys = body.accesses.map(({ asset_id, partner_id, partner_type = 'INTERNAL' }) => {
        const [business_id, user_id] = partner_type === 'INTERNAL' ? [own, partner_id] : [partner_id, own]
        return { business_id, user_id, grantee: 'PARTNER', asset: asset_id } as const
      })
      const rows = world.write(() => takeAccess(world, 'delete_partner_asset_access_handler_impl', keys))
      const items = rows.map(({ asset, asset_type, business_id, user_id, permissions }) => {
        const is_shared_partner = business_id !== own
        const partner_id = is_shared_partner ? business_id : user_id
        return { asset_id: asset, asset_type, is_shared_partner, partner_id, permissions: JSON.parse(permissions) }
      })
      return sendJson(reply, JSON.stringify({ items }))
    },
  })
}
