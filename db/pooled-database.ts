import type { Statement } from 'better-sqlite3'
import type { Database } from './database.ts'
import { fileStorage } from './file-storage.ts'
import { imageOf } from './image.ts'
import { memoryStorage } from './memory-storage.ts'
import { pageSizeOf } from './open.ts'
import type { SizeBudget } from './size-budget.ts'
import { inTransaction } from './statements.ts'
import type { DatabaseStorage } from './storage.ts'

/** What a world's database is made with. */
export interface PooledDatabaseOptions {
  readonly name: string
  /** What it is a copy of when it is new. */
  readonly image: Buffer
  /** Its file; in memory when absent. */
  readonly path: string | undefined
  /** Where it is counted, as many bytes as it is said to take now. */
  readonly room: SizeBudget
  readonly bytes: number
  /** Called before it opens. */
  readonly opening: (world: PooledDatabase) => void
}

/** An open database, and what tells its size. */
interface Open {
  readonly db: Database
  readonly pages: Statement<[], number>
  readonly pageSize: number
}

/**
 * Milliseconds after a look at a world in which it is not looked at again, where nothing speaks against that: a look
 * costs as much as storing a row, and nobody fills much room, or takes a file away, within such a time unseen.
 */
const carefree = 1

/** One world's database: open, or at rest in a file or as a packed image, from where the next use wakes it. */
export class PooledDatabase {
  readonly #name: string
  readonly #resting: DatabaseStorage
  readonly #room: SizeBudget
  readonly #opening: (world: PooledDatabase) => void
  #open: Open | undefined
  #bytes: number
  /** Until when it is known to have room, and its file to be there, by the process's own time. */
  #roomyUntil = 0
  #thereUntil = 0
  #isWriting = false
  /** Rises with every use, over all worlds: who has the least is longest unused. */
  used = 0
  static #uses = 0

  constructor({ name, image, path, room, bytes, opening }: PooledDatabaseOptions) {
    this.#name = name
    this.#resting =
      path === undefined ? memoryStorage(image, room.world, room.step) : fileStorage(path, image, room.world)
    this.#room = room
    this.#bytes = bytes
    this.#opening = opening
  }

  /** The open database. Never kept across an await: it may be put to rest in between. */
  get(): Database {
    this.used = ++PooledDatabase.#uses
    this.#open ??= this.#wake()
    return this.#open.db
  }

  /**
   * Does the work in one transaction: all of it is stored, or, when it throws, nothing. Synchronous.
   *
   * @param isLarge Whether the work may write more than a request can bring.
   * @throws StorageFullError when the world, or all worlds together, would take more than they may.
   */
  write<Result>(work: () => Result, isLarge = false): Result {
    const db = this.get()
    if (this.#isWriting) return inTransaction(db, work)
    this.#refuseLost()
    if (isLarge) this.#resting.commit?.(db)
    this.#isWriting = true
    try {
      let bytes = this.#bytes
      const result = inTransaction(db, () => {
        const done = work()
        bytes = this.#checkedSize()
        return done
      })
      if (bytes !== this.#bytes) this.#grew(db, bytes)
      return result
    } catch (error) {
      throw isFull(error) && this.#resting.isAtLimit() ? this.#room.refusal(this.#name) : error
    } finally {
      this.#isWriting = false
    }
  }

  /** Throws when nothing could be stored now, or what is written would be found by nobody. */
  refuseUnready(): void {
    this.#resting.refuseUnready?.()
  }

  /** Closes it without losing anything. */
  rest(): void {
    if (this.#open === undefined) return
    this.#resting.release(this.#open.db)
    this.close()
    this.#count(this.#resting.bytes())
  }

  /** What it is now, as an image that opens in memory. */
  image(): Buffer {
    const db = this.get()
    this.#resting.commit?.(db)
    return imageOf(db)
  }

  /**
   * Makes it what the image is, whatever it was. When that fails it is what it was.
   *
   * @throws StorageFullError
   */
  replace(image: Buffer): void {
    this.#room.check(this.#name, this.#bytes, image.length)
    if (this.#open === undefined || !this.#resting.rollbackTo?.(this.#open.db, image)) {
      this.close()
      this.#resting.replace(image)
    }
    this.#count(image.length)
  }

  /** Closes and deletes it. */
  remove(): void {
    this.close()
    this.#resting.remove()
    this.#count(0)
  }

  /** Closes it; what is only in memory is lost. */
  close(): void {
    this.#open?.db.close()
    this.#open = undefined
  }

  #refuseLost(): void {
    if (this.#resting.refuseLost === undefined || performance.now() < this.#thereUntil) return
    this.#resting.refuseLost()
    this.#thereUntil = performance.now() + carefree
  }

  #wake(): Open {
    this.#opening(this)
    const db = this.#resting.open()
    const open = { db, pages: db.prepare<[], number>('PRAGMA page_count').pluck(), pageSize: pageSizeOf(db) }
    this.#count(sizeOf(open))
    return open
  }

  /**
   * Its size after a step, which is refused when there is no room for it; where there is much, as it was a moment ago. A
   * step that takes longer than a moment is always looked at.
   */
  #checkedSize(): number {
    if (this.#open === undefined || performance.now() < this.#roomyUntil) return this.#bytes
    const bytes = sizeOf(this.#open)
    if (bytes > this.#bytes) this.#room.check(this.#name, this.#bytes, bytes)
    this.#roomyUntil = this.#room.isRoomy(bytes) ? performance.now() + carefree : 0
    return bytes
  }

  #grew(db: Database, bytes: number): void {
    this.#count(bytes)
    this.#resting.checkpoint?.(db, bytes)
  }

  #count(bytes: number): void {
    this.#room.move(this.#bytes, bytes)
    this.#bytes = bytes
  }
}

const sizeOf = ({ pages, pageSize }: Open): number => (pages.get() ?? 0) * pageSize

const isFull = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'SQLITE_FULL'
