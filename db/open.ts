import Database from 'better-sqlite3'
import { migrate } from './migrate.ts'

export type { Database } from 'better-sqlite3'

/** A database in memory: empty, or a copy of an image made with `serialize()`. */
export function openMemory(image?: Buffer): Database.Database {
  return tuned(image === undefined ? new Database(':memory:') : new Database(image))
}

/**
 * A database in a file, which outlives the process, brought up to date. WAL with `synchronous = NORMAL`: every
 * acknowledged write survives the death of the process at any moment; a loss of power may take the last ones, but never
 * half of one.
 *
 * @throws NewerState for a file of a newer version, which is left as it was.
 */
export function openFile(path: string): Database.Database {
  const db = new Database(path)
  try {
    migrate(db)
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = NORMAL')
    return tuned(db)
  } catch (error) {
    db.close()
    throw error
  }
}

function tuned(db: Database.Database): Database.Database {
  db.pragma('foreign_keys = ON')
  return db
}
