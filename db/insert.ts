import type { Database } from './database.ts'
import { columnsNamed, storedValues } from './row-values.ts'

/**
 * Returns what stores a new row of a table, by the table's own columns. Nothing is prepared before the first row: most
 * worlds add to few tables.
 *
 * @param table A name of this project's own, never one that was sent.
 * @returns Throws when a row lacks a column, which SQLite would take for NULL, or has a number where a text belongs, which
 *   it would keep as `1.0`.
 */
export function inserter<Row extends object>(db: Database, table: string): (row: Row) => void {
  let store: ((row: Row) => void) | undefined
  return (row) => {
    store ??= prepare<Row>(db, table)
    store(row)
  }
}

/** Binds by place: to find each value by its name takes a tenth of an insertion. */
function prepare<Row extends object>(db: Database, table: string): (row: Row) => void {
  const columns = columnsNamed(db, table)
  const statement = db.prepare(`INSERT INTO ${table} VALUES (${columns.map(() => '?').join(', ')})`)
  const valuesOf = storedValues<Row>(table, columns)
  return (row) => void statement.run(...valuesOf(row))
}
