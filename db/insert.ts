import type { Database } from './database.ts'
import { columnsNamed, storedValues } from './row-values.ts'

/**
 * Creates a function that inserts rows into a table, with the table's own columns. Prepares its statement at the first
 * row: most worlds write to few tables.
 *
 * @param table A table name of this project, never input.
 * @returns A function that throws when a row lacks a column, which SQLite would store as NULL, or has a number for a
 *   TEXT column, which SQLite would store as `1.0`.
 */
export function inserter<Row extends object>(db: Database, table: string): (row: Row) => void {
  let one: ReturnType<typeof prepare<Row>> | undefined
  return (row) => {
    one ??= prepare<Row>(db, table, 1)
    one.statement.run(...one.valuesOf(row))
  }
}

/** How many rows one statement stores: more of them gain little, and take longer to prepare. */
const rowsPerStatement = 10

/**
 * Creates a function that inserts many rows into a table, ten by a statement: SQLite reads and writes the table's highest
 * `seq` once per statement, so that a row takes half the time. Throws as `inserter` does.
 */
export function bulkInserter<Row extends object>(db: Database, table: string): (rows: readonly Row[]) => void {
  const storeOne = inserter<Row>(db, table)
  let many: ReturnType<typeof prepare<Row>> | undefined
  return (rows) => {
    let stored = 0
    for (; rows.length - stored >= rowsPerStatement; stored += rowsPerStatement) {
      many ??= prepare<Row>(db, table, rowsPerStatement)
      many.statement.run(rows.slice(stored, stored + rowsPerStatement).flatMap(many.valuesOf))
    }
    for (const row of rows.slice(stored)) storeOne(row)
  }
}

/**
 * Prepares the insertion of so many rows. Values are bound by position: binding by name takes a tenth of an insertion.
 */
function prepare<Row extends object>(db: Database, table: string, rows: number) {
  const columns = columnsNamed(db, table)
  const row = `(${columns.map(() => '?').join(', ')})`
  return {
    statement: db.prepare(`INSERT INTO ${table} VALUES ${Array(rows).fill(row).join(', ')}`),
    valuesOf: storedValues<Row>(table, columns),
  }
}
