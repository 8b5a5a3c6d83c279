import { BaseImage } from './base-image.ts'
import { changeCountOf } from './change-count.ts'
import { compressImage, type StoredImage, sharedImage } from './compressed-image.ts'
import type { Database } from './database.ts'
import { imageOf } from './image.ts'
import { limitSize, openMemory } from './open.ts'
import { keepSpare, takeSpare } from './spare-connections.ts'
import type { DatabaseStorage } from './storage.ts'

/** The size in bytes beyond which a world commits after every write. */
export const largestRevertible = 2 ** 28

/** The size at which SQLite refuses to grow a database in memory, less a few pages. */
const sqliteLimit = 2 ** 30 - 2 ** 16

/** Opens a copy of an image. CHECKs take a quarter of an insertion and guard against other programs, none of which writes here. */
function openUnchecked(image: Buffer, maxBytes: number): Database {
  const db = openMemory(image)
  db.pragma('ignore_check_constraints = ON')
  limitSize(db, maxBytes)
  return db
}

/** Opens a copy of an image that only reads. `closeReader` keeps it for the next one, or for a world of that image. */
export function openReader(image: Buffer): Database {
  const db = takeSpare(image) ?? openUnchecked(image, sqliteLimit)
  db.pragma('query_only = ON')
  return db
}

/** Closes what `openReader` has opened, or keeps it. */
export function closeReader(db: Database, image: Buffer): void {
  db.pragma('query_only = OFF')
  if (!keepSpare(db, image)) db.close()
}

/**
 * Stores a world's database in memory. Nothing is committed until the whole database is needed: all writes since the
 * image are one transaction, so that a reset to the image is a rollback, whose cost depends on the changes and not on
 * the size of the world.
 *
 * A write that fails for lack of space rolls back the whole transaction in SQLite. A world in one transaction is
 * therefore small enough for any write to fit; a larger one commits each write and has the size limit.
 *
 * @param maxBytes The size limit of the database.
 * @param stepBytes The most bytes that one write stores.
 */
export function memoryStorage(image: Buffer, maxBytes: number, stepBytes: number): DatabaseStorage {
  const canRevert = largestRevertible + stepBytes <= sqliteLimit
  let stored: StoredImage = sharedImage(image)
  /** The changes that the open connection had counted when its content was the stored one. */
  let changesStored = 0
  /** The image at which the transaction of the open connection began. */
  let base: BaseImage | undefined
  const begin = (db: Database, image: Buffer): void => {
    base = new BaseImage(image, db)
    if (!db.inTransaction) db.exec('BEGIN')
  }
  const revert = (db: Database): void => void db.exec('ROLLBACK; BEGIN')
  const canBegin = (image: Buffer): boolean => canRevert && image.length <= largestRevertible
  const commit = (db: Database): void => {
    if (base === undefined) return
    base = undefined
    if (db.inTransaction) db.exec('COMMIT')
    limitSize(db, maxBytes)
  }
  return {
    bytes: () => stored.bytes,
    open() {
      const current = stored.image()
      // A compressed image is private to this world: no reset targets it.
      const isRevertible = stored.bytes === 0 && canBegin(current)
      const spare = isRevertible ? takeSpare(current) : undefined
      const db = spare ?? openUnchecked(current, isRevertible ? sqliteLimit : maxBytes)
      base = undefined
      if (isRevertible) begin(db, current)
      changesStored = changeCountOf(db)
      return db
    },
    close(db) {
      // What is kept is a copy of the image again, with its schema known and its statements prepared.
      const image = db.inTransaction ? base?.image : undefined
      if (image !== undefined) revert(db)
      if (image === undefined || !keepSpare(db, image)) db.close()
      base = undefined
    },
    release(db) {
      if (changeCountOf(db) === changesStored) return
      stored = compressImage(base?.imageOf(db) ?? committedImage(db))
    },
    isRevertibleTo: (target) => base?.image === target,
    rollbackTo(db, target) {
      if (target !== base?.image) return false
      revert(db)
      begin(db, target)
      stored = sharedImage(target)
      changesStored = changeCountOf(db)
      return true
    },
    imageIfKnown: (db) => base?.imageOf(db),
    image(db) {
      const known = base?.imageOf(db)
      if (known !== undefined) return known
      const taken = committedImage(db)
      if (canBegin(taken)) {
        limitSize(db, sqliteLimit)
        begin(db, taken)
      }
      return taken
    },
    commit,
    checkpoint(db, bytes) {
      if (bytes > largestRevertible) commit(db)
    },
    isAtLimit: () => true,
    replace(replacement) {
      stored = sharedImage(replacement)
    },
    remove() {},
  }

  function committedImage(db: Database): Buffer {
    commit(db)
    return imageOf(db)
  }
}
