import type { Database } from './database.ts'
import { perDb } from './statements.ts'

/** What a column holds, as far as its declaration tells. */
export interface Column {
  readonly name: string
  readonly type: string
  /** Whether it holds JSON, which its table's CHECK says. */
  readonly isJson: boolean
}

/**
 * The stored columns of a table by name, in their order and without those that it computes.
 *
 * @param table A name of this project's own, or one that there is.
 */
export const columnsOf = (db: Database, table: string): ReadonlyMap<string, Column> => columnsIn(db)(table)

const columnsIn = perDb((db) => {
  const types = db.prepare<[string], { name: string; type: string }>(
    'SELECT name, type FROM pragma_table_xinfo(?) WHERE hidden = 0',
  )
  const definition = db.prepare<[string], string>('SELECT sql FROM sqlite_schema WHERE name = ?').pluck()
  const known = new Map<string, ReadonlyMap<string, Column>>()
  return (table: string): ReadonlyMap<string, Column> => {
    const before = known.get(table)
    if (before !== undefined) return before
    const json = new Set([...(definition.get(table) ?? '').matchAll(/json_valid\((\w+)\)/g)].map(([, name]) => name))
    const columns = new Map(types.all(table).map((one) => [one.name, { ...one, isJson: json.has(one.name) }]))
    known.set(table, columns)
    return columns
  }
})
