import { z } from 'zod'
import { idOf } from '#server/domain/ids.ts'
import { LongId, LongText } from '#server/http/schema/fields.ts'
import { sampleIds } from '../businesses/examples.ts'
import { AssetPermissionMap, ReferredId } from '../businesses/schema.ts'
import { inviteIdRange } from './resource.ts'
import { InviteTypeField } from './schema.ts'

/** The request body of a creation of invites. */
export const InvitesCreate = z
  .object({
    business_role: z
      .enum(['EMPLOYEE', 'BIZ_ADMIN', 'PARTNER'])
      .meta({ description: 'Role: PARTNER for partners, another for members.' }),
    invite_type: InviteTypeField,
    members: z
      .array(LongText)
      .min(1)
      .max(50)
      .optional()
      .meta({ description: 'Usernames or email addresses, for MEMBER_INVITE.' }),
    partners: z.array(ReferredId).min(1).max(50).optional().meta({ description: 'Business ids, for partners.' }),
  })
  .meta({
    id: 'BusinessInvitesCreate',
    description: 'Request to invite members or partners, or to become a partner.',
    example: { business_role: 'EMPLOYEE', invite_type: 'MEMBER_INVITE', members: ['another.colleague@example.org'] },
  })
export type InvitesCreate = z.output<typeof InvitesCreate>

/** The request body of a cancellation. */
export const InvitesCancel = z.object({ invite_ids: z.array(ReferredId).min(1).max(50) }).meta({
  id: 'BusinessInvitesCancel',
  description: 'Request to cancel invites or requests.',
  example: { invite_ids: [idOf(inviteIdRange, 2)] },
})

const Answer = z.object({
  invite_id: z.string().regex(/^\d+$/).min(1).max(25),
  action: z.object({
    accept_invite: z.boolean().meta({ description: 'Whether the invite is accepted, or declined.' }),
    asset_id_to_permissions: AssetPermissionMap.optional().meta({
      description: 'Permissions that the acceptance of a request grants, in place of the requested ones.',
    }),
  }),
})
/** The answer to one invite or request. */
export type Answer = z.output<typeof Answer>

/** The request body of answers to invites. */
export const InvitesRespond = z.object({ invites: z.array(Answer).min(1).max(100) }).meta({
  id: 'BusinessInvitesRespond',
  description: 'Request to accept or decline invites and requests.',
  example: { invites: [{ invite_id: idOf(inviteIdRange, 4), action: { accept_invite: true } }] },
})

const AssetInvite = z.object({
  invite_id: LongId,
  invite_type: InviteTypeField,
  asset_id_to_permissions: AssetPermissionMap,
})
/** The assignment of assets to one invite or request. */
export type AssetInvite = z.output<typeof AssetInvite>

/** The request body of an assignment of assets to invites. */
export const AssetInvitesCreate = z.object({ invites: z.array(AssetInvite).min(1).max(50) }).meta({
  id: 'AssetInvitesCreate',
  description: 'Request to assign assets to invites or requests.',
  example: {
    invites: [
      {
        invite_id: idOf(inviteIdRange, 3),
        invite_type: 'PARTNER_INVITE',
        asset_id_to_permissions: { [sampleIds.adAccount]: ['ANALYST'] },
      },
    ],
  },
})

const AccessRequest = z.object({ partner_id: LongId, asset_id_to_permissions: AssetPermissionMap })
/** The request for access to assets of one partner. */
export type AccessRequest = z.output<typeof AccessRequest>

/** The request body of requests for access. */
export const AccessRequestsCreate = z.object({ asset_requests: z.array(AccessRequest).min(1).max(100) }).meta({
  id: 'AssetAccessRequestsCreate',
  description: 'Request for access to assets of partners.',
  example: {
    asset_requests: [
      {
        partner_id: sampleIds.partner,
        asset_id_to_permissions: { [sampleIds.partnersAdAccount]: ['CAMPAIGN_MANAGER'] },
      },
    ],
  },
})
