import { relationKind } from '#server/resources/accounts/users/relation.ts'
import { userTable } from '#server/resources/accounts/users/repository.ts'
import { linkedBusinessRelation } from './repository.ts'
import { linkedBusinessOptions } from './resource.ts'

/** Direct edits of linked business accounts: creation and deletion. */
export const linkedBusinessKind = relationKind(
  linkedBusinessOptions,
  linkedBusinessRelation,
  (db, id) => userTable.find(db, id) !== undefined,
)
