import type { Database } from './open.ts'

/** What an exported state says it is. */
export const stateFormat = 'pinterest-ads-mock/state'

/** A table with its columns that hold JSON, which the table's own CHECKs tell. */
export interface StateTable {
  readonly name: string
  readonly json: ReadonlySet<string>
}

/** The tables of a database, in the order in which they were made: parents first. */
export const tablesOf = (db: Database): readonly StateTable[] =>
  db
    .prepare<[], { name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid",
    )
    .all()
    .map(({ name, sql }) => ({
      name,
      json: new Set([...sql.matchAll(/json_valid\((\w+)\)/g)].map(([, column = '']) => column)),
    }))

/** A name as SQL takes any. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
