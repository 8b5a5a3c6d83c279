import type { Database } from './database.ts'
import type { EntityRow } from './entity-row.ts'
import { type EntityTable, entityTable, selectFrom, type TableOptions } from './entity-table.ts'
import type { Keyset, PageRange } from './keyset.ts'
import { perDb } from './statements.ts'

/** A table whose rows are found by their id alone. */
export interface RootTable<Row extends EntityRow, Found = Row> extends EntityTable<Row, Found> {
  /** Returns the row of that id. */
  find(db: Database, id: string): Found | undefined
}

/** A table whose rows belong to a parent, and are found within it. */
export interface ChildTable<Row extends EntityRow, Found = Row> extends EntityTable<Row, Found> {
  /** Returns the row of that id, if the parent of that id has it. */
  find(db: Database, parentId: string, id: string): Found | undefined
  /** Returns the row of that id, whichever parent has it. */
  findAnywhere(db: Database, id: string): Found | undefined
  /** Returns one page of a parent's rows in the order of `seq`: an index must start with the parent's column. */
  pageWithin(db: Database, parentId: string, page: PageRange & Pick<Keyset, 'descending'>): readonly Found[]
}

/**
 * Returns the statements on a table whose rows belong to nothing.
 *
 * @param name A name of this project's own, never one that was sent; the same holds below.
 */
export function rootTable<Row extends EntityRow, Found = Row>(
  name: string,
  options: TableOptions<Row> = {},
): RootTable<Row, Found> {
  return { ...entityTable<Row, Found>(name, ['seq', 'id'], options), find: finderById<Found>(name, options) }
}

/** Returns the statements on a table whose rows belong to what this column names. */
export function childTable<Row extends EntityRow, Found = Row>(
  parent: keyof Row & string,
  name: string,
  options: TableOptions<Row> = {},
): ChildTable<Row, Found> {
  const within = perDb((db) =>
    db.prepare<[string, string], Found>(`${selectFrom(name, options)} WHERE t.id = ? AND t.${parent} = ?`),
  )
  const table = entityTable<Row, Found>(name, ['seq', 'id', parent], options)
  return {
    ...table,
    find: (db, parentId, id) => within(db).get(id, parentId),
    findAnywhere: finderById<Found>(name, options),
    pageWithin: (db, parentId, page) => table.page(db, { columns: [parent], ranges: [[parentId]], ...page }),
  }
}

/** Returns the statements on a table whose rows belong to an ad account. */
export const accountTable = <Row extends EntityRow & { readonly ad_account_id: string }, Found = Row>(
  name: string,
  options: TableOptions<Row> = {},
): ChildTable<Row, Found> => childTable<Row, Found>('ad_account_id', name, options)

function finderById<Found>(name: string, options: TableOptions<never>): RootTable<never, Found>['find'] {
  const byId = perDb((db) => db.prepare<[string], Found>(`${selectFrom(name, options)} WHERE t.id = ?`))
  return (db, id) => byId(db).get(id)
}
