import Database from 'better-sqlite3'

export type { Database } from 'better-sqlite3'

/** A database in memory: empty, or a copy of an image made with `serialize()`. */
export function openMemory(image?: Buffer): Database.Database {
  return tuned(image === undefined ? new Database(':memory:') : new Database(image))
}

/**
 * A database in a file, which outlives the process. WAL with `synchronous = NORMAL`: every acknowledged write survives
 * the death of the process at any moment; a loss of power may take the last ones, but never half of one.
 */
export function openFile(path: string): Database.Database {
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = NORMAL')
  return tuned(db)
}

function tuned(db: Database.Database): Database.Database {
  db.pragma('foreign_keys = ON')
  return db
}
