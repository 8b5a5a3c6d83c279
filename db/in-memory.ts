import { imageOf } from './image.ts'
import { type Database, openMemory } from './open.ts'
import { type Kept, keep, keepShared } from './packed.ts'
import { changesOf } from './per-db.ts'
import type { Resting } from './resting.ts'

/**
 * Beyond this, in bytes, every step is committed: SQLite ends the whole transaction, and not a step alone, when a
 * database in memory reaches its own limit of 1 GiB.
 */
const largestReverted = 2 ** 28

/**
 * In memory nothing is ever committed before somebody wants the whole: everything happens in one transaction since the
 * image, so that going back to the image takes as long as what has changed, and not as long as the world is large.
 */
export function inMemory(image: Buffer): Resting {
  let kept: Kept = keepShared(image)
  let begunFrom: Buffer | undefined
  const settle = (db: Database): void => {
    begunFrom = undefined
    if (db.inTransaction) db.exec('COMMIT')
  }
  return {
    open() {
      const opened = kept.image()
      const db = openMemory(opened)
      // CHECKs take a quarter of an insertion, and guard what other programs write: none writes here.
      db.pragma('ignore_check_constraints = ON')
      // An image of its own is none that anybody resets it to.
      const isShared = kept.bytes === 0
      begunFrom = isShared && opened.length <= largestReverted ? opened : undefined
      if (begunFrom !== undefined) db.exec('BEGIN')
      return db
    },
    rest(db) {
      settle(db)
      if (changesOf(db) !== 0) kept = keep(imageOf(db))
    },
    revert(db, given) {
      if (given !== begunFrom) return false
      db.exec('ROLLBACK; BEGIN')
      kept = keepShared(given)
      return true
    },
    settle,
    tend(db) {
      if (begunFrom !== undefined && sizeOf(db) > largestReverted) settle(db)
    },
    replace(given) {
      kept = keepShared(given)
    },
    remove() {},
  }
}

const sizeOf = (db: Database): number =>
  Number(db.pragma('page_count', { simple: true })) * Number(db.pragma('page_size', { simple: true }))
