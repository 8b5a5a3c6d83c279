import { replyWithPage, requestedPage } from '#server/http/responses/list.ts'
import { sendJson } from '#server/http/responses/replies.ts'
import { separated } from '#server/http/schema/query-fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { rangeSkipping, skipping } from '../businesses/lists.ts'
import { assertActsFor } from '../businesses/permitted.ts'
import { BusinessPath } from '../businesses/schema.ts'
import { listEmployers, listMembers } from './repository.ts'
import {
  EmployerListQuery,
  MemberListQuery,
  MembersDelete,
  MembersDeleteReply,
  MembersUpdate,
  MembersUpdateReply,
  RelationshipPage,
  SystemUserPath,
  SystemUserReply,
  SystemUserUpdate,
} from './schema.ts'
import { employerText, memberText } from './serialize.ts'
import { changeMembers, removeMembers, renameSystemUser } from './service.ts'

/** Adds the operations on members of businesses. */
export function businessMemberRoutes(app: Operations): void {
  app.operation('get/business_employers', {
    summary: 'List employers',
    description: 'Returns the businesses that the caller is a member of.',
    schema: { querystring: EmployerListQuery, response: { 200: RelationshipPage } },
    handler: ({ operation, query, world: { readable: db }, caller: { userId } }, reply) => {
      const page = requestedPage({ operation, query }, { userId })
      return replyWithPage(reply, page, listEmployers(db, userId, page), (row) => employerText(db, row))
    },
  })

  app.operation('get/business_members', {
    summary: 'List members',
    description: 'Returns the members of a business with their roles, and with their assets where these are requested.',
    schema: { params: BusinessPath, querystring: MemberListQuery, response: { 200: RelationshipPage } },
    handler: (request, reply) => {
      const { operation, query, world, params } = request
      const { fetch_system_users = false, business_roles, assets_summary = false, start_index } = query
      const member_ids = separated(query.member_ids) as readonly string[] | undefined
      const filters = { business_id: params.business_id, fetch_system_users, business_roles, member_ids }
      const page = requestedPage({ operation, query }, filters)
      assertActsFor(request, params.business_id)
      const rows = skipping(listMembers(world.db, filters, rangeSkipping(page, start_index)), page, start_index)
      return replyWithPage(reply, page, rows, (row) => memberText(world.db, row, assets_summary))
    },
  })

  app.operation('update/business_memberships', {
    summary: 'Update members',
    description: 'Changes the business roles of members. One user who is no member refuses the request.',
    schema: { params: BusinessPath, body: MembersUpdate, response: { 200: MembersUpdateReply } },
    handler: (request, reply) => {
      const { world, body, params } = request
      assertActsFor(request, params.business_id)
      const items = world.write(() => changeMembers(world, params.business_id, body))
      return sendJson(
        reply,
        JSON.stringify({ items: items.map(({ business_role, member_id }) => ({ business_role, member_id })) }),
      )
    },
  })

  app.operation('delete_business_membership', {
    summary: 'End memberships',
    description: 'Ends memberships, and with them all access to assets that the business assigned.',
    schema: { params: BusinessPath, body: MembersDelete, response: { 200: MembersDeleteReply } },
    handler: (request, reply) => {
      const { world, body, params } = request
      assertActsFor(request, params.business_id)
      const deleted_members = world.write(() => removeMembers(world, params.business_id, body.members))
      return sendJson(reply, JSON.stringify({ deleted_members }))
    },
  })

  app.operation('system_user/update', {
    summary: 'Rename a system user',
    description: 'Changes the name of a system user, which lists show as the username. Seeds create system users.',
    schema: { params: SystemUserPath, body: SystemUserUpdate, response: { 200: SystemUserReply } },
    handler: (request, reply) => {
      const { world, body, params } = request
      assertActsFor(request, params.business_id)
      world.write(() => renameSystemUser(world, params.business_id, params.system_user_id, body.name))
      return sendJson(reply, 'null')
    },
  })
}
