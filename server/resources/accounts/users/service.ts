import { profileOf, type User, type UserProfile, userIdRange } from '#server/domain/access/user.ts'
import { idOf } from '#server/domain/ids.ts'
import type { World } from '#server/worlds/world.ts'
import { findUser, findUserByName, insertUser, nextUserSequence, storeProfile, type UserRow } from './repository.ts'

/** A user with its profile. */
export type ProfiledUser = User & UserProfile

/** The user of that id, who calls or was named before; an id that nobody has yet is a new user's. */
export function userOf({ db }: World, id: string): User {
  const known = findUser(db, id)
  if (known !== undefined) return { username: known.username, id }
  let username = `user${id}`
  while (findUserByName(db, username) !== undefined) username += '_'
  insertUser(db, { seq: nextUserSequence(db), id, username, json: '{}' })
  return { username, id }
}

/** Creates a user, or gives the one of that name another profile. */
export function saveUser({ db }: World, username: string, profile: Partial<UserProfile>): User {
  const known = findUserByName(db, username)
  if (known !== undefined) {
    storeProfile(db, known.id, profile)
    return known
  }
  const seq = nextUserSequence(db)
  const id = idOf(userIdRange, seq)
  insertUser(db, { seq, id, username, json: JSON.stringify(profile) })
  return { username, id }
}

/** The stored user with what it says of itself. */
export const profiled = ({ id, username, json }: UserRow): ProfiledUser => ({
  username,
  id,
  ...profileOf(username),
  ...(JSON.parse(json) as Partial<UserProfile>),
})
