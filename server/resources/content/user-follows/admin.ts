import { relationKind } from '#server/resources/accounts/users/relation.ts'
import { userTable } from '#server/resources/accounts/users/repository.ts'
import { userFollowRelation } from './repository.ts'
import { userFollowOptions } from './resource.ts'

/** Direct edits of followings, of any user: creation, and deletion, which the API lacks. */
export const userFollowKind = relationKind(
  userFollowOptions,
  userFollowRelation,
  (db, id) => userTable.find(db, id) !== undefined,
)
