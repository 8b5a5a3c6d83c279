import { existsSync, rmSync } from 'node:fs'
import { imageOf } from './image.ts'
import { type Database, openFile, openMemory } from './open.ts'
import { type Kept, keep, keepShared } from './packed.ts'
import { writeWhole } from './write-whole.ts'

/** Where a world's database stays while it is not open. */
interface Resting {
  open(): Database
  /** Takes over from the open database, which is closed then. */
  rest(db: Database): void
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
    return this.#db
  }

  /** Closes it without losing anything. */
  rest(): void {
    if (this.#db !== undefined) this.#resting.rest(this.#db)
    this.close()
  }

  /** What it is now, as an image that opens in memory. */
  image(): Buffer {
    return imageOf(this.get())
  }

  /** Makes it what the image is, whatever it was. */
  replace(image: Buffer): void {
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

function inMemory(image: Buffer): Resting {
  let kept: Kept = keepShared(image)
  return {
    open: () => openMemory(kept.image()),
    rest(db) {
      if (db.prepare('SELECT total_changes()').pluck().get() !== 0) kept = keep(imageOf(db))
    },
    replace(given) {
      kept = keepShared(given)
    },
    remove() {},
  }
}

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
