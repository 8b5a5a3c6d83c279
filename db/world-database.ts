import { existsSync, rmSync } from 'node:fs'
import { imageOf } from './image.ts'
import { type Database, openFile, openMemory } from './open.ts'
import { type Kept, keep, keepShared } from './packed.ts'
import { writeWhole } from './write-whole.ts'

/**
 * Beyond this, in bytes, every step is committed: SQLite ends the whole transaction, and not a step alone, when a
 * database in memory reaches its own limit of 1 GiB.
 */
const largestReverted = 2 ** 28
/** After so many uses an open database's size is looked at. */
const usesBetweenLooks = 4096

/** Where a world's database stays while it is not open. */
interface Resting {
  open(): Database
  /** Takes over from the open database, which is closed then. */
  rest(db: Database): void
  /** Makes the open database what the image is, if that is less work than to open it anew. */
  revert?(db: Database, image: Buffer): boolean
  /** Makes the open database one that can be read whole. */
  settle?(db: Database): void
  /** Looks after a database that is open for long. */
  tend?(db: Database): void
  replace(image: Buffer): void
  remove(): void
}

/** One world's database: open, or at rest in a file or as a packed image, from where the next use wakes it. */
export class WorldDatabase {
  readonly #resting: Resting
  readonly #opening: (world: WorldDatabase) => void
  #db: Database | undefined
  /** Rises with every use, over all worlds: who has the least is longest unused. */
  used = 0
  static #uses = 0
  #ownUses = 0

  /**
   * @param image What it is a copy of when it is new.
   * @param path Its file; in memory when absent.
   * @param opening Called before it opens.
   */
  constructor(image: Buffer, path: string | undefined, opening: (world: WorldDatabase) => void) {
    this.#resting = path === undefined ? inMemory(image) : inFile(path, image)
    this.#opening = opening
  }

  /** The open database. Never kept across an await: it may be put to rest in between. */
  get(): Database {
    this.used = ++WorldDatabase.#uses
    if (this.#db === undefined) {
      this.#opening(this)
      this.#db = this.#resting.open()
    }
    if (++this.#ownUses % usesBetweenLooks === 0) this.#resting.tend?.(this.#db)
    return this.#db
  }

  /** Closes it without losing anything. */
  rest(): void {
    if (this.#db !== undefined) this.#resting.rest(this.#db)
    this.close()
  }

  /** What it is now, as an image that opens in memory. */
  image(): Buffer {
    const db = this.get()
    this.#resting.settle?.(db)
    return imageOf(db)
  }

  /** Makes it what the image is, whatever it was. */
  replace(image: Buffer): void {
    if (this.#db !== undefined && this.#resting.revert?.(this.#db, image)) return
    this.close()
    this.#resting.replace(image)
  }

  /** Closes and deletes it. */
  remove(): void {
    this.close()
    this.#resting.remove()
  }

  /** Closes it; what is only in memory is lost. */
  close(): void {
    this.#db?.close()
    this.#db = undefined
  }
}

/**
 * In memory nothing is ever committed before somebody wants the whole: everything happens in one transaction since the
 * image, so that going back to the image takes as long as what has changed, and not as long as the world is large.
 */
function inMemory(image: Buffer): Resting {
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
      // An image of its own is none that anybody resets it to.
      const isShared = kept.bytes === 0
      begunFrom = isShared && opened.length <= largestReverted ? opened : undefined
      if (begunFrom !== undefined) db.exec('BEGIN')
      return db
    },
    rest(db) {
      settle(db)
      if (db.prepare('SELECT total_changes()').pluck().get() !== 0) kept = keep(imageOf(db))
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

function inFile(path: string, image: Buffer): Resting {
  const removeLog = (): void => {
    for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true })
  }
  const write = (given: Buffer): void => writeWhole(path, given, removeLog)
  return {
    open() {
      if (!existsSync(path)) write(image)
      return openFile(path)
    },
    rest() {},
    replace: write,
    remove() {
      rmSync(path, { force: true })
      removeLog()
    },
  }
}
