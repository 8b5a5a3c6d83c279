import { z } from 'zod'
import { pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import { listOf, QueryBoolean } from '#server/http/schema/query-fields.ts'
import { AssetsSummary, ResponseId, UserSummary } from '../businesses/schema.ts'
import { inviteTypes } from './repository.ts'

/** The type of an invite or request in a request. */
export const InviteTypeField = z.enum(inviteTypes).meta({
  description:
    "MEMBER_INVITE: to become a member. PARTNER_INVITE: to share the business's assets. PARTNER_REQUEST: for access to the partner's.",
})

/** The query parameters of a list of invites. */
export const InviteListQuery = z.object({
  is_member: QueryBoolean.meta({
    description: 'Whether membership invites are listed, or those of partners. Absent: as invite_type says.',
    'x-default': true,
  }),
  invite_status: listOf(z.enum(['PENDING', 'EXPIRED']), { min: 1 }).meta({
    description: 'Statuses to filter by. Absent: both; invites in other statuses are not listed.',
  }),
  invite_type: z.preprocess((value) => (value === '' ? undefined : value), InviteTypeField.optional()),
  ...pageQuery,
})

const base = {
  id: ResponseId,
  invite_data: z.object({
    invite_expiration: z.int().meta({ description: 'Unix time in milliseconds.' }),
    invite_status: z.string().meta({ description: 'PENDING, ACCEPTED, DECLINED, CANCELLED or EXPIRED.' }),
    invite_type: z.string(),
    last_updated_time: z.int().meta({ description: 'Unix time in milliseconds.' }),
    sent_at: z.int().meta({ description: 'Unix time in milliseconds.' }),
  }),
  is_received_invite: z.boolean(),
  user: UserSummary,
}

/** An invite or request in the response to a change. */
export const InviteBase = z
  .object(base)
  .meta({ id: 'BusinessInvite', description: 'An invite or request. The user is the one that it was sent to.' })

/** An invite or request in the response to an assignment of assets. */
export const AssignedInvite = z
  .object({ ...base, created_by_business_id: z.string(), created_by_user_id: z.string() })
  .meta({ id: 'BusinessInviteWithAssets', description: 'An invite or request to which assets were assigned.' })

/** The response of a list of invites. */
export const InvitePage = pageOf(
  z.object({
    ...base,
    assets_summary: AssetsSummary.nullable(),
    business_roles: z.array(z.string()),
    created_by_business: UserSummary.nullable(),
    created_by_user: UserSummary.nullable(),
    created_time: z.int().meta({ description: 'Unix time in milliseconds.' }),
  }),
).meta({ id: 'BusinessInvitePage' })

/** The reason for refusing one invite or request. */
export const InviteException = z
  .object({
    code: z.int(),
    invite_or_request_id: ResponseId.nullable(),
    message: z.string(),
    users_or_partner_ids: z.array(z.string()).nullable(),
  })
  .meta({ id: 'BusinessInviteException', description: 'Reason for refusing an invite or request.' })

const results = (invite: z.ZodType) =>
  z.object({ items: z.array(z.object({ exception: InviteException.nullable(), invite: invite.nullable() })) })

/** The response to a creation of invites. */
export const InvitesCreateReply = results(z.object({ id: ResponseId, user: UserSummary }))

/** The response to answers to invites. */
export const InvitesRespondReply = results(InviteBase)

/** The response to an assignment of assets. */
export const AssetInvitesReply = results(AssignedInvite)

/** The response to a cancellation. */
export const InvitesCancelReply = z.object({
  items: z.array(
    z.object({
      exception: z.object({ invite_id: ResponseId, message: z.string() }).nullable(),
      invite: InviteBase.nullable(),
    }),
  ),
})

/** The response to requests for access. */
export const AccessRequestsReply = z.object({
  exceptions: z.array(z.object({ code: z.int(), messages: z.array(z.string()) })).nullable(),
  invites: z
    .record(z.string(), ResponseId)
    .nullable()
    .meta({ description: 'Id of the request by the id of the partner.' }),
})
