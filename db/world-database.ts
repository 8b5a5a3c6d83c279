import { imageOf } from './image.ts'
import { inFile } from './in-file.ts'
import { inMemory } from './in-memory.ts'
import type { Database } from './open.ts'
import type { Resting } from './resting.ts'

/** After so many uses an open database's size is looked at. */
const usesBetweenLooks = 4096

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
