import { type Merchant, profileOf, type User, type UserProfile, userIdRange } from '#server/domain/access/user.ts'
import { idOf } from '#server/domain/ids.ts'
import type { World } from '#server/worlds/world.ts'
import { findUserByName, storeProfile, type UserRow, userTable } from './repository.ts'

/** A user with its profile. */
export type ProfiledUser = User & UserProfile

/** What a user may do with catalogs at first. */
const newMerchant = { merchant_status: 'APPROVED', needs_website: 0 } as const

/** Returns the user with this id; creates the user when there is none. */
export function userOf({ db }: World, id: string): User {
  const existing = userTable.find(db, id)
  if (existing !== undefined) return { username: existing.username, id }
  let username = `user${id}`
  while (findUserByName(db, username) !== undefined) username += '_'
  userTable.insert(db, { seq: userTable.nextSequence(db), id, username, json: '{}', ...newMerchant })
  return { username, id }
}

/** Creates a user, or changes the profile of the existing user with this name. */
export function saveUser({ db }: World, username: string, profile: Partial<UserProfile>): User {
  const existing = findUserByName(db, username)
  if (existing !== undefined) {
    storeProfile(db, existing.id, profile)
    return existing
  }
  const seq = userTable.nextSequence(db)
  const id = idOf(userIdRange, seq)
  userTable.insert(db, { seq, id, username, json: JSON.stringify(profile), ...newMerchant })
  return { username, id }
}

/** Returns the stored user with its profile. */
export const profiled = ({ id, username, json }: UserRow): ProfiledUser => ({
  username,
  id,
  ...profileOf(username),
  ...(JSON.parse(json) as Partial<UserProfile>),
})

/** Returns a user as the owner of catalogs; one that calls for the first time is approved. */
export function merchantOf({ readable }: World, id: string): Merchant {
  const row = userTable.find(readable, id)
  const { merchant_status, needs_website } = row ?? newMerchant
  const { account_type } = row === undefined ? profileOf('') : profiled(row)
  return { account_type, merchant_status, needs_website: needs_website === 1 }
}
