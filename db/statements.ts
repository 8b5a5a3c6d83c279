import type { Statement } from 'better-sqlite3'
import type { Database } from './database.ts'

/** Caches what `make` returns for each database: preparing a statement costs four times as much as running it. */
export function perDb<Made>(make: (db: Database) => Made): (db: Database) => Made {
  const values = new WeakMap<Database, Made>()
  return (db) => {
    const cached = values.get(db)
    if (cached !== undefined) return cached
    const created = make(db)
    values.set(db, created)
    return created
  }
}

const sequence = perDb((db) => db.prepare<[string], number>('SELECT seq FROM sqlite_sequence WHERE name = ?').pluck())

/** Returns the sequence number of a table's next row: one more than any of its rows ever had. */
export const nextSequence = (db: Database, table: string): number => (sequence(db).get(table) ?? 0) + 1

/** Returns the statement of an SQL text, prepared at its first use and cached. */
export const prepared = perDb((db) => {
  const statements = new Map<string, Statement>()
  return (sql: string): Statement => {
    const cached = statements.get(sql)
    if (cached !== undefined) return cached
    const statement = db.prepare(sql)
    statements.set(sql, statement)
    return statement
  }
})
