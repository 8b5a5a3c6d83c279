import type { Database } from './database.ts'
import { perDb } from './statements.ts'

const transaction = perDb((db) => db.transaction((work: () => unknown) => work()))

/** Runs work in one transaction that takes the write lock first: everything it writes is stored, or nothing. */
export function inTransaction<Result>(db: Database, work: () => Result): Result {
  return transaction(db).immediate(work) as Result
}
