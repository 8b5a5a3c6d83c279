import type { FastifyReply } from 'fastify'
import type { z } from 'zod'
import { replyWithPage, requestedPage } from '#server/http/responses/list.ts'
import type { OperationRequest, Operations } from '#server/plugins/operations.ts'
import { rangeSkipping, skipping } from '../businesses/lists.ts'
import { assertActsFor } from '../businesses/permitted.ts'
import { summaryOf } from '../businesses/summaries.ts'
import { type AssetUserFilter, listGrantsOn } from './repository.ts'
import { AssetMembersQuery, AssetPartnersQuery, AssetPath, AssetUserPage } from './schema.ts'

/** Adds the lists of those who have access to an asset. */
export function userRoutes(app: Operations): void {
  app.operation('business_asset_members/get', {
    summary: 'List members of an asset',
    description: 'Returns the members that the business gave access to an asset.',
    schema: { params: AssetPath, querystring: AssetMembersQuery, response: { 200: AssetUserPage } },
    handler: (request, reply) => {
      const { params, query } = request
      const { fetch_system_users = false } = query
      const { business_id, asset_id: asset } = params
      return replyWithUsers(request, reply, { business_id, asset, grantee: 'MEMBER', fetch_system_users })
    },
  })

  app.operation('business_asset_partners/get', {
    summary: 'List partners of an asset',
    description: 'Returns the partners that the business gave access to an asset; none where it is not its own.',
    schema: { params: AssetPath, querystring: AssetPartnersQuery, response: { 200: AssetUserPage } },
    handler: (request, reply) => {
      const { business_id, asset_id: asset } = request.params
      return replyWithUsers(request, reply, { business_id, asset, grantee: 'PARTNER' })
    },
  })
}

function replyWithUsers(
  request: OperationRequest<{ querystring: typeof AssetPartnersQuery; response: Readonly<Record<number, z.ZodType>> }>,
  reply: FastifyReply,
  filter: AssetUserFilter,
): FastifyReply {
  const { operation, query, world } = request
  const page = requestedPage({ operation, query }, filter)
  assertActsFor(request, filter.business_id)
  const rows = listGrantsOn(world.db, filter, rangeSkipping(page, query.start_index))
  return replyWithPage(reply, page, skipping(rows, page, query.start_index), ({ user_id, permissions }) =>
    JSON.stringify({ permissions: JSON.parse(permissions), user: summaryOf(world.db, user_id) }),
  )
}
