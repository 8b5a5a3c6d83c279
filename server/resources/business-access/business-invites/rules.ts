import { assumed } from '#server/domain/rules/assumed.ts'
import type { Rule, RuleEntry } from '#server/domain/rules/rule.ts'
import { invitationFieldRules, invitationRules } from './creation-rules.ts'

/** The facts about one invite that is answered or cancelled, or to which assets are assigned. */
export interface InviteFacts {
  readonly operation: string
  /** Whether the invite is one of the caller's: addressed to it where it is answered, sent by it elsewhere. */
  readonly isFound: boolean
  readonly isPending: boolean
  /** Whether the invite has the type that the request says. */
  readonly isOfType: boolean
  /** The assets that the business does not own, or in a request, its partner. */
  readonly unknown: readonly string[]
  /** The permissions that the assets do not have. */
  readonly inapplicable: readonly string[]
  /** Whether the business whose assets are requested is a partner. */
  readonly isPartner: boolean
}

const respond = 'respond_business_access_invites'
const cancel = 'cancel_invites_or_requests'
const assign = 'create_asset_invites'
const request = 'asset_access_requests/create'

const item = { ...assumed, refuses: 'item' } as const

/** Rules about an existing invite, and about assets in invites; in the order in which violations are reported. */
export const handlingRules: readonly Rule<InviteFacts>[] = [
  {
    ...item,
    id: 'business_invite.exists',
    operations: [respond, cancel, assign],
    fields: ['invite_id', 'invite_ids', 'invites'],
    essential: true,
    terminal: true,
    code: 2,
    message: 'Invite not found.',
    passes:
      'The id of an invite that GET /v5/businesses/{business_id}/invites lists: received to answer it, else sent.',
    violated: ({ isFound }) => !isFound,
  },
  {
    ...item,
    id: 'business_invite.pending',
    operations: [respond, cancel, assign],
    fields: ['invite_id', 'invite_ids', 'invites'],
    essential: true,
    terminal: true,
    evidence: 'documented',
    source: `S523 ${cancel} for the text; the code, and that it holds for the others, are assumed`,
    code: 403,
    message: 'Business Invite request cannot be performed on current invitation status.',
    literal: true,
    passes: 'An invite whose status is PENDING: it has not been answered or cancelled, and has not expired.',
    violated: ({ isPending }) => !isPending,
  },
  {
    ...item,
    id: 'business_invite.type',
    operations: [assign],
    fields: ['invite_type', 'invites'],
    message: 'invite_type must be the type of the invite.',
    violated: ({ isOfType }) => !isOfType,
  },
  {
    ...item,
    id: 'business_invite.partner',
    operations: [request],
    fields: ['partner_id', 'asset_requests'],
    essential: true,
    terminal: true,
    code: 2,
    message: 'partner_id must be a partner of the business.',
    passes: 'An id that GET /v5/businesses/{business_id}/partners lists, with either partner_type.',
    violated: ({ isPartner }) => !isPartner,
  },
  {
    ...item,
    id: 'business_invite.assets',
    operations: [respond, assign, request],
    fields: ['asset_id_to_permissions', 'invites', 'asset_requests'],
    essential: true,
    evidence: 'documented',
    source: `S523 ${request}; that the same holds for the others is assumed`,
    code: 2932,
    message: 'Invalid asset id',
    passes: 'Assets that the business owns; in a PARTNER_REQUEST those of the business that it is sent to.',
    worded: ({ unknown }) => `Invalid asset id: ${unknown.join(', ')}`,
    sent: ({ unknown }) => unknown,
    violated: ({ unknown }) => unknown.length > 0,
  },
  {
    ...item,
    id: 'business_invite.permissions',
    operations: [respond, assign, request],
    fields: ['asset_id_to_permissions', 'invites', 'asset_requests'],
    message: 'asset_id_to_permissions must have permissions that are applicable to the type of the asset.',
    passes: 'PROFILE_PUBLISHER for a profile; for an ad account any but this one, CATALOGS_VIEWER and CONSUMER_USER.',
    sent: ({ inapplicable }) => inapplicable,
    violated: ({ inapplicable }) => inapplicable.length > 0,
  },
]

/** Every rule about invites and requests. */
export const inviteRules: readonly RuleEntry[] = [...invitationFieldRules, ...invitationRules, ...handlingRules]
