import { columnsOf } from './columns.ts'
import type { Database } from './database.ts'
import { type ColumnFields, entityRow } from './entity-row.ts'
import { bulkInserter, inserter } from './insert.ts'
import { type Keyset, keysetPage, type PageRange } from './keyset.ts'
import { type CollectedRows, collectedRows, type NewRows } from './new-rows.ts'
import { columnsNamed, storedValues } from './row-values.ts'
import { nextSequence, perDb } from './statements.ts'

/** What every row of a table of entities has. */
export interface EntityRow {
  /** Rises with every row, and is never used again. */
  readonly seq: number
  readonly id: string
}

/** How a table of entities is read and written, beyond what its columns say. */
export interface TableOptions<Row> {
  /** The columns that `update` writes; all but `seq`, `id` and the parent's when absent. */
  readonly updates?: readonly (keyof Row & string)[]
  /** What `find` and `page` read, from the table as `t` and from `joins`; the row when absent. */
  readonly select?: string
  readonly joins?: string
}

/** A page of a table: where it is found, from which row on, and how many rows it has. */
export type TablePage = Omit<Keyset, 'table' | 'select' | 'joins'> & { readonly select?: string }

/** The statements on one table of entities. Each is prepared when a database first needs it. */
export interface EntityTable<Row extends EntityRow, Found = Row> {
  /** Returns the `seq` of the next row. */
  nextSequence(db: Database): number
  /** Stores a new row, and returns it. */
  insert<Stored extends Row>(db: Database, row: Stored): Stored
  /** Stores what has changed of a row, and returns it. */
  update<Stored extends Row>(db: Database, row: Stored): Stored
  /** Deletes the row of that id. */
  remove(db: Database, id: string): void
  /** Returns one page in the order of `seq`. A page may select less than `find` does. */
  page<Listed = Found>(db: Database, page: TablePage): readonly Listed[]
  /**
   * Stores an entity that is kept as JSON, and returns its row: `json` is its text, and each other column the field of its
   * name, unless `columns` has it.
   */
  insertEntity<Entity extends object, Columns extends Partial<Row>>(
    db: Database,
    entity: Entity & ColumnFields<Omit<Row, keyof Columns | 'json'>>,
    columns: Columns & Pick<Row, 'seq'>,
  ): Row
  /** Returns what stores each new entity at once. */
  newRows(db: Database): NewRows<Row>
  /** Returns what collects the new entities of a batch, so that they are stored together. */
  collectRows(db: Database): CollectedRows<Row>
  /** Stores an entity of which there is a row, and returns its row; as above. */
  updateEntity<Entity extends object, Columns extends Partial<Row>>(
    db: Database,
    entity: Entity & ColumnFields<Omit<Row, keyof Columns | 'json'>>,
    columns: Columns & Pick<Row, 'seq'>,
  ): Row
}

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

const selectFrom = (name: string, { select = 't.*', joins = '' }: TableOptions<never>): string =>
  `SELECT ${select} FROM ${name} AS t ${joins}`

function entityTable<Row extends EntityRow, Found>(
  name: string,
  fixed: readonly string[],
  { updates, select = 't.*', joins = '' }: TableOptions<Row>,
): EntityTable<Row, Found> {
  const insert = perDb((db) => inserter<Row>(db, name))
  const insertAll = perDb((db) => bulkInserter<Row>(db, name))
  const update = perDb((db) => updater<Row>(db, name, updates ?? others(db, name, fixed)))
  const remove = perDb((db) => db.prepare<[string]>(`DELETE FROM ${name} WHERE id = ?`))
  const columnNames = perDb((db) => [...columnsOf(db, name).keys()])
  const stored = <Stored extends Row>(store: (row: Stored) => void, row: Stored): Stored => {
    store(row)
    return row
  }
  const newRows = perDb<NewRows<Row>>((db) => ({
    nextSequence: () => nextSequence(db, name),
    add: (entity, columns) => stored(insert(db), entityRow<Row>(columnNames(db), entity, columns)),
  }))
  return {
    nextSequence: (db) => nextSequence(db, name),
    insert: (db, row) => stored(insert(db), row),
    update: (db, row) => stored(update(db), row),
    remove: (db, id) => void remove(db).run(id),
    page: (db, page) => keysetPage(db, { table: name, select, joins, ...page }),
    insertEntity: (db, entity, columns) => newRows(db).add(entity, columns),
    newRows,
    collectRows: (db) =>
      collectedRows<Row>({
        nextSequence: () => nextSequence(db, name),
        rowOf: (entity, columns) => entityRow<Row>(columnNames(db), entity, columns),
        storeAll: insertAll(db),
      }),
    updateEntity: (db, entity, columns) => stored(update(db), entityRow<Row>(columnNames(db), entity, columns)),
  }
}

const others = (db: Database, name: string, fixed: readonly string[]): readonly string[] =>
  [...columnsOf(db, name).keys()].filter((column) => !fixed.includes(column))

function updater<Row extends EntityRow>(db: Database, name: string, updates: readonly string[]): (row: Row) => void {
  const columns = columnsNamed(db, name, updates)
  const assignments = columns.map((column) => `${column.name} = ?`).join(', ')
  const statement = db.prepare(`UPDATE ${name} SET ${assignments} WHERE id = ?`)
  const valuesOf = storedValues<Row>(name, columns)
  return (row) => void statement.run(...valuesOf(row), row.id)
}
