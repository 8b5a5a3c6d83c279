import type { Statement } from 'better-sqlite3'
import type { Database } from './database.ts'

/** What `make` makes of a database, made once for each: preparing a statement costs four times what running it does. */
export function perDb<Made>(make: (db: Database) => Made): (db: Database) => Made {
  const made = new WeakMap<Database, Made>()
  return (db) => {
    const known = made.get(db)
    if (known !== undefined) return known
    const fresh = make(db)
    made.set(db, fresh)
    return fresh
  }
}

const transaction = perDb((db) => db.transaction((work: () => unknown) => work()))

/** Runs the work in one transaction that takes the write lock first: all of it is stored, or nothing. */
export function inTransaction<Result>(db: Database, work: () => Result): Result {
  return transaction(db).immediate(work) as Result
}

let opened = 0

/** A number that no other database has, also not the same one when it was opened before. */
export const numberOf = perDb(() => ++opened)

const changes = perDb((db) => db.prepare<[], number>('SELECT total_changes()').pluck())

/** How many rows were written since it was opened, also those of work that was undone. */
export const changesOf = (db: Database): number => changes(db).get() ?? 0

const sequence = perDb((db) => db.prepare<[string], number>('SELECT seq FROM sqlite_sequence WHERE name = ?').pluck())

/** The number that the table's next row will have: one more than any row of it ever had. */
export const nextSequence = (db: Database, table: string): number => (sequence(db).get(table) ?? 0) + 1

/** A statement for each SQL text, prepared when it is first asked for. */
export const prepared = perDb((db) => {
  const statements = new Map<string, Statement>()
  return (sql: string): Statement => {
    const known = statements.get(sql)
    if (known !== undefined) return known
    const fresh = db.prepare(sql)
    statements.set(sql, fresh)
    return fresh
  }
})
