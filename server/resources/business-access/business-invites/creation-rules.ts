import { assumed } from '#server/domain/rules/assumed.ts'
import type { Rule } from '#server/domain/rules/rule.ts'
import type { InvitesCreate } from './body-schema.ts'

/** How many invites of a business can be pending. */
export const mostPending = 100

/** The facts about one invite that is created. */
export interface InvitationFacts {
  readonly target: string
  readonly isPartner: boolean
  /** Whether the target is a user, or an email address. */
  readonly isKnown: boolean
  readonly isBusiness: boolean
  readonly isSelf: boolean
  /** Whether the target is what the invite would make it. */
  readonly isRelated: boolean
  /** Whether the same invite is pending. */
  readonly isRepeated: boolean
  readonly pending: number
}

const create = 'create_membership_or_partnership_invites'
const item = {
  ...assumed,
  operations: [create],
  fields: ['members', 'partners'],
  refuses: 'item',
  sent: ({ target }: InvitationFacts) => target,
} as const satisfies Partial<Rule<InvitationFacts>>

/** Rules about the fields of a request for invites; each refuses the request. */
export const invitationFieldRules: readonly Rule<InvitesCreate>[] = [
  {
    ...assumed,
    id: 'business_invite.role',
    operations: [create],
    fields: ['business_role', 'invite_type'],
    refuses: 'request',
    essential: true,
    evidence: 'documented',
    source: `S523 ${create}; the code and the text are assumed`,
    message: 'business_role is PARTNER for partners, and EMPLOYEE or BIZ_ADMIN for members.',
    sent: ({ business_role, invite_type }) => ({ business_role, invite_type }),
    violated: ({ business_role, invite_type }) => (business_role === 'PARTNER') !== (invite_type !== 'MEMBER_INVITE'),
  },
  {
    ...assumed,
    id: 'business_invite.recipients',
    operations: [create],
    fields: ['members', 'partners', 'invite_type'],
    refuses: 'request',
    essential: true,
    evidence: 'documented',
    source: `S523 ${create}; the code and the text are assumed`,
    message: 'MEMBER_INVITE needs members; PARTNER_INVITE and PARTNER_REQUEST need partners.',
    violated: ({ invite_type, members, partners }) =>
      (invite_type === 'MEMBER_INVITE' ? members : partners) === undefined,
  },
]

/** Rules about one invite, in the order in which violations are reported. */
export const invitationRules: readonly Rule<InvitationFacts>[] = [
  {
    ...item,
    id: 'business_invite.user',
    essential: true,
    terminal: true,
    source: 'S523 for the code and the text, of other operations',
    code: 30,
    message: 'User not found.',
    literal: true,
    passes: 'The username of a user of this world, an email address, or for partners the id of a business.',
    violated: ({ isKnown }) => !isKnown,
  },
  {
    ...item,
    id: 'business_invite.business',
    message: 'A partner must be a business: a user whose account_type is BUSINESS.',
    when: ({ isPartner }) => isPartner,
    violated: ({ isBusiness }) => !isBusiness,
  },
  {
    ...item,
    id: 'business_invite.self',
    essential: true,
    message: 'A business cannot invite itself.',
    violated: ({ isSelf }) => isSelf,
  },
  {
    ...item,
    id: 'business_invite.related',
    message: 'The user is a member, or the business a partner, already.',
    violated: ({ isRelated }) => isRelated,
  },
  {
    ...item,
    id: 'business_invite.once',
    message: 'The same invite is pending already.',
    violated: ({ isRepeated }) => isRepeated,
  },
  {
    ...item,
    id: 'business_invite.limit',
    evidence: 'documented',
    source: `S523 InviteExceptionResponse; that the limit is ${mostPending} is assumed`,
    code: 403,
    message: 'You hit the maximum number of pending invites allowed.',
    literal: true,
    passes: 'The same after cancel_invites_or_requests, or when invites have been answered or have expired.',
    sent: ({ pending }) => pending,
    violated: ({ pending }) => pending >= mostPending,
  },
]
