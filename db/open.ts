import { statSync } from 'node:fs'
import { basename } from 'node:path'
import Database from 'better-sqlite3'
import { toUnusableError, UnusableDatabaseError } from './errors.ts'
import { assertIntact, migrate, versionOf } from './migrate.ts'
import { planOnce } from './plan-once.ts'

/**
 * Bytes of a page. Half of SQLite's default: most tables of a world are almost empty, and each takes a page. A world
 * takes 370 KB in place of 555, and copying it a fifth less time; with 1,024, rows no longer fit and a large world
 * grows by half.
 */
const pageSize = 2048

/** Opens a database in memory: an empty one, or a copy of an image made with `serialize()`. */
export function openMemory(image?: Buffer): Database.Database {
  if (image !== undefined) return configured(new Database(image))
  const db = new Database(':memory:')
  db.pragma(`page_size = ${pageSize}`)
  return configured(db)
}

/**
 * Opens and migrates a database in a file. WAL with `synchronous = NORMAL`: every acknowledged write survives the death
 * of the process at any moment; a loss of power may lose the last writes, but never half of one.
 *
 * @param isVerified Whether this process has opened the file before and found it intact.
 * @throws NewerDatabaseError, UnusableDatabaseError; the file is not changed.
 */
export function openFile(path: string, isVerified = false): Database.Database {
  try {
    if (statSync(path, { throwIfNoEntry: false })?.size === 0) throw new UnusableDatabaseError('it is empty')
    const db = new Database(path)
    try {
      if (!isVerified) {
        if (versionOf(db) > 0) assertIntact(db)
        migrate(db)
      }
      db.pragma('journal_mode = WAL')
      db.pragma('synchronous = NORMAL')
      return configured(db)
    } catch (error) {
      db.close()
      throw error
    }
  } catch (error) {
    const failure = toUnusableError(error)
    throw failure instanceof UnusableDatabaseError ? failure.named(basename(path)) : failure
  }
}

/** Limits the size of a database: writes beyond it fail as on a full disk. */
export function limitSize(db: Database.Database, bytes: number): void {
  db.pragma(`max_page_count = ${Math.floor(bytes / pageSizeOf(db))}`)
}

/** Returns the page size of a database in bytes. */
export const pageSizeOf = (db: Database.Database): number => Number(db.pragma('page_size', { simple: true }))

/** Returns the bytes of a database's pages. */
export const bytesOf = (db: Database.Database): number =>
  Number(db.pragma('page_count', { simple: true })) * pageSizeOf(db)

/** Configures a connection. Large sorts stay in memory: the data directory may be the only place that is writable. */
function configured(db: Database.Database): Database.Database {
  db.pragma('temp_store = MEMORY')
  db.pragma('foreign_keys = ON')
  // lower() of SQLite, and its NOCASE, know the letters of ASCII alone.
  db.function('lower_unicode', { deterministic: true }, (text) =>
    typeof text === 'string' ? text.toLowerCase() : null,
  )
  planOnce(db)
  return db
}
