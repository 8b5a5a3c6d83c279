import { profileOf, type User, type UserProfile, userIdRange } from '#server/domain/access/user.ts'
import { idOf } from '#server/domain/ids.ts'
import type { World } from '#server/worlds/world.ts'
import { findUserByName, storeProfile, type UserRow, userTable } from './repository.ts'

/** A user with its profile. */
export type ProfiledUser = User & UserProfile

/** Returns the user of that id, and creates it where nobody has the id yet. */
export function userOf({ db }: World, id: string): User {
  const known = userTable.find(db, id)
  if (known !== undefined) return { username: known.username, id }
  let username = `user${id}`
  while (findUserByName(db, username) !== undefined) username += '_'
  userTable.insert(db, { seq: userTable.nextSequence(db), id, username, json: '{}' })
  return { username, id }
}

/** Creates a user, or gives the one of that name another profile. */
export function saveUser({ db }: World, username: string, profile: Partial<UserProfile>): User {
  const known = findUserByName(db, username)
  if (known !== undefined) {
    storeProfile(db, known.id, profile)
    return known
  }
  const seq = userTable.nextSequence(db)
  const id = idOf(userIdRange, seq)
  userTable.insert(db, { seq, id, username, json: JSON.stringify(profile) })
  return { username, id }
}

/** Returns the stored user with what it says of itself. */
export const profiled = ({ id, username, json }: UserRow): ProfiledUser => ({
  username,
  id,
  ...profileOf(username),
  ...(JSON.parse(json) as Partial<UserProfile>),
})
