import type { Database } from '#db/database.ts'
import { idOf } from '#server/domain/ids.ts'
import type { World } from '#server/worlds/world.ts'
import { endAccess } from '../businesses/access.ts'
import { grantsTo } from '../businesses/grants.ts'
import { findMember, type MemberRow, memberTable } from '../businesses/members.ts'
import { membershipIdRange } from './resource.ts'
import { memberRules } from './rules.ts'
import type { Member } from './schema.ts'

/** Who becomes a member of which business. */
export type NewMember = Pick<MemberRow, 'business_id' | 'user_id' | 'business_role' | 'created_by_id'> &
  Partial<Pick<MemberRow, 'is_system_user' | 'name'>>

/** Adds a member to a business, or changes the role of a user who is one. */
export function addMember({ db, clock }: World, member: NewMember): MemberRow {
  const before = findMember(db, member.business_id, member.user_id)
  if (before !== undefined) return memberTable.update(db, { ...before, ...member })
  const seq = memberTable.nextSequence(db)
  const id = idOf(membershipIdRange, seq)
  return memberTable.insert(db, {
    seq,
    id,
    is_system_user: 0,
    name: null,
    ...member,
    created_time: clock.milliseconds(),
  })
}

/** Changes the roles of members; throws when a user is none, and nothing changes then. */
export function changeMembers(world: World, businessId: string, items: readonly Member[]): readonly Member[] {
  const { db } = world
  const members = requireMembers(world, 'update/business_memberships', businessId, items)
  for (const [index, { business_role }] of items.entries()) {
    const member = members[index]
    if (member !== undefined) memberTable.update(db, { ...member, business_role })
  }
  return items
}

/** Ends memberships, and with them access to assets; throws when a user is no member, and nothing ends then. */
export function removeMembers(world: World, businessId: string, items: readonly Member[]): readonly string[] {
  const members = requireMembers(world, 'delete_business_membership', businessId, items)
  for (const { id, user_id } of members) {
    endAccess(world, grantsTo(world.db, businessId, user_id, 'MEMBER'))
    memberTable.remove(world.db, id)
  }
  return members.map(({ user_id }) => user_id)
}

/** Renames a system user; throws when the business has none of this id. */
export function renameSystemUser({ db, rules }: World, businessId: string, userId: string, name: string): void {
  const member = systemUser(db, businessId, userId)
  const strangers = member === undefined ? [userId] : []
  rules.assert(memberRules, { operation: 'system_user/update', strangers })
  if (member !== undefined) memberTable.update(db, { ...member, name })
}

function systemUser(db: Database, businessId: string, userId: string): MemberRow | undefined {
  const member = findMember(db, businessId, userId)
  return member?.is_system_user === 1 ? member : undefined
}

function requireMembers(
  { db, rules }: World,
  operation: string,
  businessId: string,
  items: readonly Member[],
): readonly MemberRow[] {
  const ids = [...new Set(items.map(({ member_id }) => member_id))]
  const strangers = ids.filter((id) => findMember(db, businessId, id) === undefined)
  rules.assert(memberRules, { operation, strangers })
  return items.flatMap(({ member_id }) => findMember(db, businessId, member_id) ?? [])
}
