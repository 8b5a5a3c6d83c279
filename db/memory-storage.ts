import { compressImage, type StoredImage, sharedImage } from './compressed-image.ts'
import type { Database } from './database.ts'
import { imageOf } from './image.ts'
import { holdTo, openMemory } from './open.ts'
import { changesOf } from './statements.ts'
import type { DatabaseStorage } from './storage.ts'

/** Beyond this, in bytes, every step is committed. */
export const largestReverted = 2 ** 28

/** Where SQLite ends a database in memory, less a few pages. */
const ceiling = 2 ** 30 - 2 ** 16

/**
 * In memory nothing is committed before somebody wants the whole: everything happens in one transaction since the image,
 * so that going back to the image takes as long as what has changed, and not as long as the world is large.
 *
 * A step that finds no room ends the whole transaction, as SQLite has it. So a world in one transaction is small, and
 * has room for more than a step can write; one that is larger is committed step by step, and held to its limit.
 *
 * @param most How many bytes it may take.
 * @param step How many bytes a step writes at most.
 */
export function memoryStorage(image: Buffer, most: number, step: number): DatabaseStorage {
  const mayRevert = largestReverted + step <= ceiling
  let kept: StoredImage = sharedImage(image)
  let begunFrom: Buffer | undefined
  const settle = (db: Database): void => {
    if (begunFrom === undefined) return
    begunFrom = undefined
    if (db.inTransaction) db.exec('COMMIT')
    holdTo(db, most)
  }
  return {
    bytes: () => kept.bytes,
    open() {
      const opened = kept.image()
      const db = openMemory(opened)
      // CHECKs take a quarter of an insertion, and guard what other programs write: none writes here.
      db.pragma('ignore_check_constraints = ON')
      // An image of its own is none that anybody resets it to.
      const isShared = kept.bytes === 0
      begunFrom = mayRevert && isShared && opened.length <= largestReverted ? opened : undefined
      holdTo(db, begunFrom === undefined ? most : ceiling)
      if (begunFrom !== undefined) db.exec('BEGIN')
      return db
    },
    release(db) {
      settle(db)
      if (changesOf(db) !== 0) kept = compressImage(imageOf(db))
    },
    rollbackTo(db, given) {
      if (given !== begunFrom) return false
      db.exec('ROLLBACK; BEGIN')
      kept = sharedImage(given)
      return true
    },
    commit: settle,
    checkpoint(db, bytes) {
      if (bytes > largestReverted) settle(db)
    },
    isAtLimit: () => true,
    replace(given) {
      kept = sharedImage(given)
    },
    remove() {},
  }
}
