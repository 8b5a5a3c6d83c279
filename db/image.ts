import Sqlite from 'better-sqlite3'
import type { Database } from './database.ts'
import { toUnusableError, UnusableDatabaseError } from './errors.ts'
import { assertIntact, migrate, versionOf } from './migrate.ts'
import { newestVersion } from './migrations.ts'

/** Offsets in a database header that select its journal mode; 2 is WAL, which needs files beside the database. */
const journalModes = [18, 19] as const
const rollback = 1
const wal = 2

/** Serializes a database, in memory or in a WAL file, to an image that opens in memory. */
export const imageOf = (db: Database): Buffer => setJournalMode(db.serialize(), rollback)

/** Copies an image into the form that a file has. */
export const toFileImage = (image: Buffer): Buffer => setJournalMode(Buffer.from(image), wal)

/**
 * Returns the image of a stored file migrated to the newest version; the same buffer when it is current.
 *
 * @throws NewerDatabaseError, UnusableDatabaseError
 */
export function migratedImage(content: Buffer): Buffer {
  if (content.length === 0) throw new UnusableDatabaseError('it is empty')
  const image = setJournalMode(content, rollback)
  return withDatabase(image, (db) => {
    const version = versionOf(db)
    assertIntact(db)
    migrate(db)
    return version === newestVersion() ? image : imageOf(db)
  })
}

/** Tells whether the content of a file is a database of this server, of any version so far. */
export function isOwnDatabase(content: Buffer): boolean {
  try {
    return withDatabase(setJournalMode(content, rollback), versionOf) > 0
  } catch {
    return false
  }
}

function withDatabase<Result>(image: Buffer, work: (db: Database) => Result): Result {
  try {
    const db = new Sqlite(image)
    try {
      return work(db)
    } finally {
      db.close()
    }
  } catch (error) {
    throw toUnusableError(error)
  }
}

/** Sets the journal mode in the header, in place: the caller must not use the buffer for anything else. */
function setJournalMode(image: Buffer, mode: number): Buffer {
  if (image.length > Math.max(...journalModes)) for (const at of journalModes) image[at] = mode
  return image
}
