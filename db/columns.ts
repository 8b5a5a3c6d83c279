import type { Database } from './database.ts'
import { perDb } from './statements.ts'

/** A column as its table declares it. */
export interface Column {
  readonly name: string
  readonly type: string
  /** Whether it holds JSON, as a `json_valid` CHECK of its table declares. */
  readonly isJson: boolean
}

/**
 * Returns the stored columns of a table by name, in order, without generated columns. Cached per database.
 *
 * @param table A table name of this project, or one read from the schema; never input.
 */
export const columnsOf = (db: Database, table: string): ReadonlyMap<string, Column> => columnsIn(db)(table)

/** The columns of tables by their definitions: a copy of a database finds those of an earlier one. */
const byDefinition = new Map<string, ReadonlyMap<string, Column>>()

const columnsIn = perDb((db) => {
  const definition = db.prepare<[string], string>('SELECT sql FROM sqlite_schema WHERE name = ?').pluck()
  const byTable = new Map<string, ReadonlyMap<string, Column>>()
  function readColumns(table: string, sql: string): readonly (readonly [string, Column])[] {
    const json = new Set([...sql.matchAll(/json_valid\((\w+)\)/g)].map(([, name]) => name))
    return db
      .prepare<[string], { name: string; type: string }>(
        'SELECT name, type FROM pragma_table_xinfo(?) WHERE hidden = 0',
      )
      .all(table)
      .map((one) => [one.name, { ...one, isJson: json.has(one.name) }])
  }
  return (table: string): ReadonlyMap<string, Column> => {
    const cached = byTable.get(table)
    if (cached !== undefined) return cached
    const sql = definition.get(table) ?? ''
    const columns = byDefinition.get(sql) ?? new Map(readColumns(table, sql))
    byDefinition.set(sql, columns)
    byTable.set(table, columns)
    return columns
  }
})
