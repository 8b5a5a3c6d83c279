import { type Column, columnsOf } from './columns.ts'
import type { Database } from './database.ts'

/** The `format` of an exported state. */
export const stateFormat = 'pinterest-ads-mock/state'

/** A table with its stored columns. */
export interface StateTable {
  readonly name: string
  readonly columns: ReadonlyMap<string, Column>
}

/** Returns the tables of a database in the order of their creation: parents first. */
export const tablesOf = (db: Database): readonly StateTable[] =>
  db
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid",
    )
    .pluck()
    .all()
    .map((name) => ({ name, columns: columnsOf(db, name) }))

/** Quotes a name for SQL. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
