import Database from 'better-sqlite3'
import { migrate } from './migrate.ts'

export type { Database } from 'better-sqlite3'

/**
 * Bytes of a page. Half of SQLite's own: most tables of a world are all but empty, and each takes a page. It makes a
 * world 370 KB instead of 555, and a fork a fifth faster; with 1,024, rows no longer fit and a large world grows by half.
 */
const pageSize = 2048

/** A database in memory: empty, or a copy of an image made with `serialize()`. */
export function openMemory(image?: Buffer): Database.Database {
  if (image !== undefined) return tuned(new Database(image))
  const db = new Database(':memory:')
  db.pragma(`page_size = ${pageSize}`)
  return tuned(db)
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

/** With room for large sorts in memory: where nothing may be written but a data directory, there is no other. */
function tuned(db: Database.Database): Database.Database {
  db.pragma('temp_store = MEMORY')
  db.pragma('foreign_keys = ON')
  return db
}
