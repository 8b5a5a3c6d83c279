import { type Column, columnsOf } from './columns.ts'
import type { Database } from './database.ts'

/** What an exported state says it is. */
export const stateFormat = 'pinterest-ads-mock/state'

/** A table with the columns that it stores. */
export interface StateTable {
  readonly name: string
  readonly columns: ReadonlyMap<string, Column>
}

/** The tables of a database, in the order in which they were made: parents first. */
export const tablesOf = (db: Database): readonly StateTable[] =>
  db
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid",
    )
    .pluck()
    .all()
    .map((name) => ({ name, columns: columnsOf(db, name) }))

/** A name as SQL takes any. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
