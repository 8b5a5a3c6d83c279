import type { Database } from '#db/database.ts'
import { perDb } from '#db/statements.ts'
import { type RootTable, rootTable } from '#db/table.ts'
import { creatable, type EditableEntity, EditError, editableEntity } from '#server/contracts/editable-entity.ts'
import { defaultUser } from '#server/domain/access/user.ts'
import { type IdRange, idOf } from '#server/domain/ids.ts'
import { LongId, LongText } from '#server/http/schema/fields.ts'
import type { World } from '#server/worlds/world.ts'
import { userTable } from './repository.ts'

/** What a user has to do with something, once for each: a follow, a link. */
export interface RelationRow {
  readonly seq: number
  readonly id: string
  /** The id of the user. */
  readonly owner_id: string
}

/** A relation of users, as its table stores it. */
export interface UserRelation<Row extends RelationRow> {
  readonly table: RootTable<Row>
  /** Stores the relation, and returns it; returns the stored one where there is one. */
  relate(db: Database, ownerId: string, target: string): Row
}

/** Where a relation of users is stored: its table, the column of what it leads to, and its ids. */
interface RelationOptions {
  readonly name: string
  readonly column: string
  readonly range: IdRange
}

/** Returns the statements on a relation of users. */
export function userRelation<Row extends RelationRow>({ name, column, range }: RelationOptions): UserRelation<Row> {
  const table = rootTable<Row>(name)
  const stored = perDb((db) =>
    db.prepare<[string, string], Row>(`SELECT * FROM ${name} WHERE owner_id = ? AND ${column} = ?`),
  )
  return {
    table,
    relate(db, ownerId, target) {
      const existing = stored(db).get(ownerId, target)
      if (existing !== undefined) return existing
      const seq = table.nextSequence(db)
      return table.insert(db, { seq, id: idOf(range, seq), owner_id: ownerId, [column]: target } as unknown as Row)
    },
  }
}

/**
 * Returns the direct edits of a relation: creation and deletion, which the API lacks.
 *
 * @param exists Tells whether the world has what a creation names.
 */
export function relationKind<Row extends RelationRow>(
  { name, column }: RelationOptions,
  { table, relate }: UserRelation<Row>,
  exists: (db: Database, target: string) => boolean,
): EditableEntity {
  return editableEntity({
    name,
    change: {},
    edit: (_: World, row: Row) => relationText(row),
    creation: creatable({ owner_id: LongId.default(defaultUser.id), [column]: LongText }, ({ db }, item) => {
      const { owner_id, [column]: target } = item as Readonly<Record<string, string>>
      if (userTable.find(db, String(owner_id)) === undefined) throw new EditError('owner_id', `no user ${owner_id}`)
      if (!exists(db, String(target))) throw new EditError(column, `the world has no '${target}'`)
      return relationText(relate(db, String(owner_id), String(target)))
    }),
    remove: ({ db }: World, { id }: Row) => table.remove(db, id),
  })
}

const relationText = ({ seq: _, ...row }: RelationRow): string => JSON.stringify(row)
