import type { Database } from './database.ts'
import { perDb } from './statements.ts'

/** Runs work on a database in a transaction. */
export type RunInTransaction = <Result>(db: Database, work: () => Result) => Result

const transaction = perDb((db) => db.transaction((work: () => unknown) => work()))

/** The transactions that long work has left open. */
const open = new WeakMap<Database, OpenTransaction>()

/** Runs work in one transaction that takes the write lock first: everything it writes is stored, or nothing. */
export const inTransaction: RunInTransaction = (db, work) => {
  commitOpen(db)
  return transaction(db).immediate(work) as ReturnType<typeof work>
}

/** Stores what long work has written so far. */
export const commitOpen = (db: Database): void => open.get(db)?.commit()

/**
 * A transaction that long work on a file leaves open after each of its parts: to commit a part costs as much as the part.
 * Whatever else writes to the database commits it first; what reads from it sees the parts.
 */
export class OpenTransaction {
  #db: Database | undefined
  #parts = 0
  #failure: unknown

  /** How many parts are not committed yet. */
  get parts(): number {
    return this.#db === undefined ? 0 : this.#parts
  }

  /** Runs a part, which must not begin a transaction itself. Throws where it fails, or an earlier part was not stored. */
  readonly run: RunInTransaction = (db, work) => {
    if (this.#failure !== undefined) throw this.#failure
    if (db.memory) return inTransaction(db, work)
    if (this.#db !== db) this.#begin(db)
    try {
      const result = work()
      this.#parts++
      return result
    } catch (error) {
      this.#fail(db, error)
    }
  }

  /** Stores the parts so far; throws where that fails, as the next part does then. */
  commit(): void {
    const db = this.#db
    if (db === undefined) return
    try {
      db.exec('COMMIT')
      this.#end(db)
    } catch (error) {
      this.#fail(db, error)
    }
  }

  #begin(db: Database): void {
    commitOpen(db)
    db.exec('BEGIN IMMEDIATE')
    open.set(db, this)
    this.#db = db
    this.#parts = 0
  }

  #end(db: Database): void {
    open.delete(db)
    this.#db = undefined
  }

  #fail(db: Database, error: unknown): never {
    this.#end(db)
    this.#failure = error
    if (db.inTransaction) db.exec('ROLLBACK')
    throw error
  }
}
