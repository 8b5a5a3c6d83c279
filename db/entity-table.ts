import { columnsOf } from './columns.ts'
import type { Database } from './database.ts'
import { type ColumnFields, type EntityRow, entityRow } from './entity-row.ts'
import { bulkInserter, inserter } from './insert.ts'
import { type Keyset, keysetPage } from './keyset.ts'
import { collectedRows, type NewRows } from './new-rows.ts'
import { nextSequence, perDb } from './statements.ts'
import { updater } from './update.ts'

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
  /** Stores a changed row, and returns it. Writes only the columns that differ from the row before, if it gets that. */
  update<Stored extends Row>(db: Database, row: Stored, before?: Partial<Row>): Stored
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
  collectRows(db: Database): NewRows<Row>
  /** Stores an entity of which there is a row, and returns its row; as above. */
  updateEntity<Entity extends object, Columns extends Partial<Row>>(
    db: Database,
    entity: Entity & ColumnFields<Omit<Row, keyof Columns | 'json'>>,
    columns: Columns & Pick<Row, 'seq'>,
    before?: Partial<Row>,
  ): Row
}

/** Returns the query for what `find` and `page` of a table read, without a condition. */
export const selectFrom = (name: string, { select = 't.*', joins = '' }: TableOptions<never>): string =>
  `SELECT ${select} FROM ${name} AS t ${joins}`

/**
 * Returns the statements that every table of entities has.
 *
 * @param fixed The columns that `update` does not write.
 */
export function entityTable<Row extends EntityRow, Found>(
  name: string,
  fixed: readonly string[],
  { updates, select = 't.*', joins = '' }: TableOptions<Row>,
): EntityTable<Row, Found> {
  const insert = perDb((db) => inserter<Row>(db, name))
  const insertAll = perDb((db) => bulkInserter<Row>(db, name))
  const update = perDb((db) => updater<Row>(db, name, updates ?? others(db, name, fixed)))
  const remove = perDb((db) => db.prepare<[string]>(`DELETE FROM ${name} WHERE id = ?`))
  const columnNames = perDb((db) => [...columnsOf(db, name).keys()])
  const rowOf = (db: Database, entity: object, columns: object): Row => entityRow<Row>(columnNames(db), entity, columns)
  const table: EntityTable<Row, Found> = {
    nextSequence: (db) => nextSequence(db, name),
    insert(db, row) {
      insert(db)(row)
      return row
    },
    update(db, row, before) {
      update(db)(row, before)
      return row
    },
    remove: (db, id) => void remove(db).run(id),
    page: (db, page) => keysetPage(db, { table: name, select, joins, ...page }),
    insertEntity: (db, entity, columns) => table.insert(db, rowOf(db, entity, columns)),
    updateEntity: (db, entity, columns, before) => table.update(db, rowOf(db, entity, columns), before),
    newRows: perDb((db) => ({
      nextSequence: () => nextSequence(db, name),
      add: (entity, columns) => table.insert(db, rowOf(db, entity, columns)),
      store: () => undefined,
    })),
    collectRows: (db) =>
      collectedRows<Row>({
        nextSequence: () => nextSequence(db, name),
        rowOf: (entity, columns) => rowOf(db, entity, columns),
        storeAll: insertAll(db),
      }),
  }
  return table
}

const others = (db: Database, name: string, fixed: readonly string[]): readonly string[] =>
  [...columnsOf(db, name).keys()].filter((column) => !fixed.includes(column))
