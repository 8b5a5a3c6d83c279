import { found } from '#server/domain/errors/found.ts'
import { findUserByName, type UserRow } from '#server/resources/accounts/users/repository.ts'
import type { World } from '#server/worlds/world.ts'
import { userFollowRelation } from './repository.ts'
import { userFollowErrors } from './resource.ts'
import { userFollowRules } from './rules.ts'

/** Returns the user of this name; throws 404 where the world has none. */
export const userNamed = ({ readable }: World, username: string): UserRow =>
  found(findUserByName(readable, username), userFollowErrors['user.name'])

/** Has a user follow the user of a name, once; throws where there is none, or a rule refuses it. */
export function followUser(world: World, userId: string, username: string): UserRow {
  const followed = userNamed(world, username)
  world.rules.assert(userFollowRules, { username, isCaller: followed.id === userId })
  userFollowRelation.relate(world.db, userId, followed.id)
  return followed
}
