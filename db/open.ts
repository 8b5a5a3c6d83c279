import { statSync } from 'node:fs'
import { basename } from 'node:path'
import Database from 'better-sqlite3'
import { migrate, refuseBroken, versionOf } from './migrate.ts'
import { asUnusable, UnusableDatabaseError } from './errors.ts'

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
 * A database in a file, which outlives the process, whole and brought up to date. WAL with `synchronous = NORMAL`: every
 * acknowledged write survives the death of the process at any moment; a loss of power may take the last ones, but never
 * half of one.
 *
 * @param isKnown Whether this process has opened the file before, and knows that it is whole.
 * @throws NewerDatabaseError, UnusableDatabaseError: the file is left as it was.
 */
export function openFile(path: string, isKnown = false): Database.Database {
  try {
    if (statSync(path, { throwIfNoEntry: false })?.size === 0) throw new UnusableDatabaseError('it is empty')
    const db = new Database(path)
    try {
      if (!isKnown) {
        if (versionOf(db) > 0) refuseBroken(db)
        migrate(db)
      }
      db.pragma('journal_mode = WAL')
      db.pragma('synchronous = NORMAL')
      return tuned(db)
    } catch (error) {
      db.close()
      throw error
    }
  } catch (error) {
    const refused = asUnusable(error)
    throw refused instanceof UnusableDatabaseError ? refused.named(basename(path)) : refused
  }
}

/** Has a database refuse, as if the disk were full, what would make it larger than so many bytes. */
export function holdTo(db: Database.Database, bytes: number): void {
  db.pragma(`max_page_count = ${Math.floor(bytes / pageSizeOf(db))}`)
}

/** How many bytes each of a database's pages has. */
export const pageSizeOf = (db: Database.Database): number => Number(db.pragma('page_size', { simple: true }))

/** With room for large sorts in memory: where nothing may be written but a data directory, there is no other. */
function tuned(db: Database.Database): Database.Database {
  db.pragma('temp_store = MEMORY')
  db.pragma('foreign_keys = ON')
  return db
}
