import Sqlite from 'better-sqlite3'
import type { Database } from './database.ts'
import { migrate, refuseBroken, versionOf } from './migrate.ts'
import { newestVersion } from './migrations.ts'
import { asUnusable, UnusableDatabaseError } from './errors.ts'

/** Where the header of a database says how it is written and read: 2 is WAL, which needs files beside it. */
const journalModes = [18, 19] as const
const rollback = 1
const wal = 2

/** What a database is now, as an image that opens in memory, whether it is in memory or in a WAL file itself. */
export const imageOf = (db: Database): Buffer => inMode(db.serialize(), rollback)

/** The image as it stands in a file. */
export const asFile = (image: Buffer): Buffer => inMode(Buffer.from(image), wal)

/**
 * An image that was kept in a file, brought up to date; the same one when it was that already.
 *
 * @throws NewerDatabaseError, UnusableDatabaseError
 */
export function usableImage(kept: Buffer): Buffer {
  if (kept.length === 0) throw new UnusableDatabaseError('it is empty')
  const image = inMode(kept, rollback)
  return opened(image, (db) => {
    const version = versionOf(db)
    refuseBroken(db)
    migrate(db)
    return version === newestVersion() ? image : imageOf(db)
  })
}

/** Whether the content of a file is a database of this server, of one of its versions so far. */
export function isOurs(kept: Buffer): boolean {
  try {
    return opened(inMode(kept, rollback), versionOf) > 0
  } catch {
    return false
  }
}

function opened<Result>(image: Buffer, work: (db: Database) => Result): Result {
  try {
    const db = new Sqlite(image)
    try {
      return work(db)
    } finally {
      db.close()
    }
  } catch (error) {
    throw asUnusable(error)
  }
}

/** Writes into the image itself: whoever gives it has no other use for it. */
function inMode(image: Buffer, mode: number): Buffer {
  if (image.length > Math.max(...journalModes)) for (const at of journalModes) image[at] = mode
  return image
}
