import { z } from 'zod'
import { pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import { LongText } from '#server/http/schema/fields.ts'
import { listOf, QueryBoolean } from '#server/http/schema/query-fields.ts'
import { sampleIds } from '../businesses/examples.ts'
import { memberRoles } from '../businesses/members.ts'
import {
  BusinessId,
  BusinessPath,
  BusinessRelationship,
  ReferredId,
  ResponseId,
  StartIndex,
} from '../businesses/schema.ts'

const BusinessRole = z.enum(memberRoles)

/** Whether a list has system users. */
export const FetchSystemUsers = QueryBoolean.meta({
  description: 'Whether the list has system users in place of people.',
  'x-default': false,
})

/** The query parameters of a list of employers. */
export const EmployerListQuery = z.object(pageQuery)

/** The query parameters of a list of members. */
export const MemberListQuery = z.object({
  fetch_system_users: FetchSystemUsers,
  assets_summary: QueryBoolean.meta({ description: 'Whether assets_summary is filled in.', 'x-default': false }),
  business_roles: listOf(BusinessRole).meta({ description: 'Business roles to filter by.' }),
  member_ids: z.string().max(500).optional().meta({ description: 'Member ids to filter by, separated by commas.' }),
  start_index: StartIndex,
  ...pageQuery,
})

/** The response of lists of members and employers. */
export const RelationshipPage = pageOf(BusinessRelationship).meta({ id: 'BusinessRelationshipPage' })

const Member = z.object({
  member_id: ReferredId.meta({ description: 'User ID of the member.' }),
  business_role: BusinessRole,
})

/** The request body of an update. */
export const MembersUpdate = z
  .array(Member)
  .min(1)
  .meta({ example: [{ member_id: sampleIds.member, business_role: 'BIZ_ADMIN' }] })

/** The response to an update. */
export const MembersUpdateReply = z.object({
  items: z.array(z.object({ business_role: z.string(), member_id: ResponseId })),
})

/** The request body of a deletion. */
export const MembersDelete = z.object({ members: z.array(Member).min(1).max(50) }).meta({
  id: 'MembersToDelete',
  description: 'Request to end memberships.',
  example: { members: [{ member_id: sampleIds.member, business_role: 'EMPLOYEE' }] },
})

/** The response to a deletion. */
export const MembersDeleteReply = z.object({ deleted_members: z.array(ResponseId) })

/** The path of a system user. */
export const SystemUserPath = BusinessPath.extend({
  system_user_id: BusinessId.meta({ description: 'User ID of the system user.' }),
})

/** The request body of a change of a system user. */
export const SystemUserUpdate = z
  .object({ name: LongText })
  .meta({ id: 'SystemUserUpdate', description: 'Request to rename a system user.', example: { name: 'Billing API' } })

/** The response to a change of a system user. None is documented; null is what another operation answers then. */
export const SystemUserReply = z.null().meta({ description: 'Always null.' })

/** A member and a business role in a request. */
export type Member = z.output<typeof Member>
