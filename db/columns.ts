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

const columnsIn = perDb((db) => {
  const types = db.prepare<[string], { name: string; type: string }>(
    'SELECT name, type FROM pragma_table_xinfo(?) WHERE hidden = 0',
  )
  const definition = db.prepare<[string], string>('SELECT sql FROM sqlite_schema WHERE name = ?').pluck()
  const byTable = new Map<string, ReadonlyMap<string, Column>>()
  return (table: string): ReadonlyMap<string, Column> => {
    const cached = byTable.get(table)
    if (cached !== undefined) return cached
    const json = new Set([...(definition.get(table) ?? '').matchAll(/json_valid\((\w+)\)/g)].map(([, name]) => name))
    const columns = new Map(types.all(table).map((one) => [one.name, { ...one, isJson: json.has(one.name) }]))
    byTable.set(table, columns)
    return columns
  }
})
