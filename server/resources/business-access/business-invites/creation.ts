import type { Database } from '#db/database.ts'
import { idOf } from '#server/domain/ids.ts'
import type { Outcome } from '#server/domain/rules/outcome.ts'
import { userTable } from '#server/resources/accounts/users/repository.ts'
import type { World } from '#server/worlds/world.ts'
import { findMember } from '../businesses/members.ts'
import { findPartner } from '../businesses/partners.ts'
import { isBusiness } from '../businesses/permitted.ts'
import { findUser } from '../businesses/summaries.ts'
import type { InvitesCreate } from './body-schema.ts'
import { type InvitationFacts, invitationFieldRules, invitationRules } from './creation-rules.ts'
import { type InviteRow, type InviteType, inviteTable, pendingInvites } from './repository.ts'
import { inviteIdRange } from './resource.ts'

const day = 86_400_000
/** Milliseconds until an invite expires. Assumed. */
export const inviteLifetime = 30 * day

/** Who sends an invite: a business, by a user. */
export type InviteSender = Pick<InviteRow, 'business_id' | 'created_by_id'>

/** Throws when the fields of a request for invites do not go together. */
export const assertInvitable = ({ rules }: World, item: InvitesCreate): void => rules.assert(invitationFieldRules, item)

/** Creates one invite to a member or partner, unless a rule refuses it. */
export function createInvite(
  world: World,
  sender: InviteSender,
  { invite_type, business_role }: Pick<InvitesCreate, 'invite_type' | 'business_role'>,
  target: string,
): Outcome<InviteRow> {
  const { db, rules } = world
  const to = recipientOf(db, invite_type, target)
  const violations = rules.evaluate(invitationRules, invitationFacts(world, sender, invite_type, target, to))
  if (violations.length > 0 || to === undefined) return { violations }
  return { row: storeInvite(world, sender, { invite_type, business_role, ...to, assets: {} }) }
}

/** Stores a new invite or request, which is pending. */
export function storeInvite(
  { db, clock }: World,
  sender: InviteSender,
  {
    assets,
    ...invite
  }: Pick<InviteRow, 'invite_type' | 'business_role' | 'recipient_id' | 'email'> & {
    readonly assets: Readonly<Record<string, readonly string[]>>
  },
): InviteRow {
  const seq = inviteTable.nextSequence(db)
  const now = clock.milliseconds()
  return inviteTable.insert(db, {
    seq,
    id: idOf(inviteIdRange, seq),
    ...sender,
    ...invite,
    assets: JSON.stringify(assets),
    invite_status: 'PENDING',
    sent_at: now,
    last_updated_time: now,
    invite_expiration: now + inviteLifetime,
  })
}

type Recipient = Pick<InviteRow, 'recipient_id' | 'email'>

/** Returns whom an invite is addressed to; undefined for a username or business that does not exist. */
function recipientOf(db: Database, type: InviteType, target: string): Recipient | undefined {
  const user = type === 'MEMBER_INVITE' ? findUser(db, target) : userTable.find(db, target)
  if (user !== undefined) return { recipient_id: user.id, email: null }
  return type === 'MEMBER_INVITE' && target.includes('@') ? { recipient_id: null, email: target } : undefined
}

function invitationFacts(
  { db, clock }: World,
  { business_id }: InviteSender,
  type: InviteType,
  target: string,
  to: Recipient | undefined,
): InvitationFacts {
  const id = to?.recipient_id ?? ''
  const pending = pendingInvites(db, business_id, clock.milliseconds())
  const isSame = (row: InviteRow): boolean =>
    row.invite_type === type && row.recipient_id === to?.recipient_id && row.email === to?.email
  return {
    target,
    isPartner: type !== 'MEMBER_INVITE',
    isKnown: to !== undefined,
    isBusiness: isBusiness(db, id),
    isSelf: id === business_id,
    isRelated: isRelated(db, business_id, type, id),
    isRepeated: pending.some(isSame),
    pending: pending.length,
  }
}

function isRelated(db: Database, businessId: string, type: InviteType, id: string): boolean {
  if (type === 'MEMBER_INVITE') return findMember(db, businessId, id) !== undefined
  const [owner, partner] = type === 'PARTNER_INVITE' ? [businessId, id] : [id, businessId]
  return findPartner(db, owner, partner) !== undefined
}
