import { relationKind } from '#server/resources/accounts/users/relation.ts'
import { boardTable } from '../boards/repository.ts'
import { boardFollowRelation } from './repository.ts'
import { boardFollowOptions } from './resource.ts'

/** Direct edits of followed boards: creation and deletion. */
export const boardFollowKind = relationKind(
  boardFollowOptions,
  boardFollowRelation,
  (db, id) => boardTable.find(db, id) !== undefined,
)
