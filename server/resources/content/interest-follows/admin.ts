import { relationKind } from '#server/resources/accounts/users/relation.ts'
import { interestFollowRelation } from './repository.ts'
import { interestFollowOptions } from './resource.ts'
import { interestNamed } from './serialize.ts'

/** Direct edits of followed interests: creation by the interest's id, and deletion. */
export const interestFollowKind = relationKind(
  interestFollowOptions,
  interestFollowRelation,
  (_, id) => interestNamed(id) === id,
)
