import type { Database } from '#db/database.ts'
import { perDb } from '#db/statements.ts'
import { type RelationRow, userRelation } from '#server/resources/accounts/users/relation.ts'
import type { UserRow } from '#server/resources/accounts/users/repository.ts'
import { linkedBusinessOptions } from './resource.ts'

/** A business account that is linked to a user. */
export interface LinkedBusinessRow extends RelationRow {
  /** The id of the business account, which is a user too. */
  readonly user_id: string
}

/** The business accounts that are linked to users. */
export const linkedBusinessRelation = userRelation<LinkedBusinessRow>(linkedBusinessOptions)

const linked = perDb((db) =>
  db.prepare<[string], UserRow>(
    'SELECT users.* FROM linked_businesses AS t JOIN users ON users.id = t.user_id WHERE t.owner_id = ? ORDER BY t.seq',
  ),
)

/** Returns all business accounts that are linked to a user. */
export const listLinkedBusinesses = (db: Database, ownerId: string): readonly UserRow[] => linked(db).all(ownerId)
