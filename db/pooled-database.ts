import type { Statement } from 'better-sqlite3'
import { changeCountOf } from './change-count.ts'
import type { Database } from './database.ts'
import { errorCode } from './error-code.ts'
import { fileStorage } from './file-storage.ts'
import { imageOf } from './image.ts'
import { memoryStorage } from './memory-storage.ts'
import { pageSizeOf } from './open.ts'
import type { SizeBudget } from './size-budget.ts'
import type { DatabaseStorage } from './storage.ts'
import { inTransaction } from './transaction.ts'

/** What a world's database is created with. */
export interface PooledDatabaseOptions {
  readonly name: string
  /** The image that a new one is a copy of. */
  readonly image: Buffer
  /** The path of its file; in memory when absent. */
  readonly path: string | undefined
  /** The budget that its bytes count against. */
  readonly sizeBudget: SizeBudget
  readonly bytes: number
  /** Called before it opens. */
  readonly onOpen: (world: PooledDatabase) => void
}

/** An open database, and the means to measure it. */
interface Open {
  readonly db: Database
  readonly pages: Statement<[], number>
  readonly pageSize: number
}

/**
 * Milliseconds for which a measured size and a found file are trusted, where both are far from a limit: each check
 * costs as much as storing a row, and within that time neither a client fills much space nor a user removes a file
 * unnoticed.
 */
const recheckAfter = 1

/**
 * The database of one world: open, or suspended in a file or a compressed image, from which the next use reopens it.
 */
export class PooledDatabase {
  readonly #name: string
  readonly #storage: DatabaseStorage
  readonly #sizeBudget: SizeBudget
  readonly #onOpen: (world: PooledDatabase) => void
  #open: Open | undefined
  #bytes: number
  /** The times until which the size and the presence of the file are trusted, by the clock of the process. */
  #sizeValidUntil = 0
  #presenceValidUntil = 0
  #isWriting = false
  /** The image in memory that it is a copy of, as long as something else holds it. */
  #source: WeakRef<Buffer> | undefined
  /** Whether something was written since it was copied, as far as is known from closed connections. */
  #isChanged = false
  /** The changes that the open connection had counted when it became a copy. */
  #changesBefore = 0
  /** Rises with every use, over all worlds: the least recently used world has the lowest. */
  lastUse = 0
  static #uses = 0

  constructor({ name, image, path, sizeBudget, bytes, onOpen }: PooledDatabaseOptions) {
    this.#name = name
    this.#storage =
      path === undefined
        ? memoryStorage(image, sizeBudget.world, sizeBudget.step)
        : fileStorage(path, image, sizeBudget.world)
    this.#sizeBudget = sizeBudget
    this.#bytes = bytes
    this.#onOpen = onOpen
    if (path === undefined) this.#source = new WeakRef(image)
  }

  /** Returns the open database. Never keep it across an await: the world may be suspended in between. */
  get(): Database {
    this.lastUse = ++PooledDatabase.#uses
    this.#open ??= this.#reopen()
    return this.#open.db
  }

  /**
   * Runs synchronous work in one transaction: everything it writes is stored, or, when it throws, nothing.
   *
   * @param isLarge Whether the work may write more than the body of a request holds.
   * @throws StorageFullError when the world, or all worlds together, would exceed their limit.
   */
  write<Result>(work: () => Result, isLarge = false): Result {
    const db = this.get()
    if (this.#isWriting) return inTransaction(db, work)
    this.#assertPresent()
    if (isLarge) this.#storage.commit?.(db)
    this.#isWriting = true
    try {
      let bytes = this.#bytes
      const result = inTransaction(db, () => {
        const outcome = work()
        bytes = this.#checkedSize()
        return outcome
      })
      if (bytes !== this.#bytes) this.#afterGrowth(db, bytes)
      return result
    } catch (error) {
      throw isFull(error) && this.#storage.isAtLimit() ? this.#sizeBudget.worldLimitError(this.#name) : error
    } finally {
      this.#isWriting = false
    }
  }

  /** Throws when writes would fail, or go to a file that has been removed. */
  assertWritable(): void {
    this.#storage.assertWritable?.()
  }

  /** Closes the database and keeps its content. */
  suspend(): void {
    if (this.#open === undefined) return
    this.#isChanged = this.isChanged
    this.#storage.release(this.#open.db)
    this.close()
    this.#count(this.#storage.bytes())
  }

  /** Returns the current content as an image that opens in memory. */
  image(): Buffer {
    const db = this.get()
    this.#storage.commit?.(db)
    return imageOf(db)
  }

  /**
   * Replaces the content by an image. A failure leaves the world unchanged.
   *
   * @throws StorageFullError
   */
  replace(image: Buffer): void {
    this.#sizeBudget.check(this.#name, this.#bytes, image.length)
    if (this.#open === undefined || !this.#storage.rollbackTo?.(this.#open.db, image)) {
      this.close()
      this.#storage.replace(image)
    }
    this.#isChanged = false
    this.#changesBefore = this.#open === undefined ? 0 : changeCountOf(this.#open.db)
    if (this.#source !== undefined) this.#source = new WeakRef(image)
    this.#count(image.length)
  }

  /** Whether it was made of this image and lives in memory. A world in a file has no image in memory. */
  isMadeOf(image: Buffer): boolean {
    return this.#source?.deref() === image
  }

  /** Whether something was written since it was made or reset. */
  get isChanged(): boolean {
    return this.#isChanged || (this.#open !== undefined && changeCountOf(this.#open.db) !== this.#changesBefore)
  }

  /** Closes and deletes the database. */
  remove(): void {
    this.close()
    this.#storage.remove()
    this.#count(0)
  }

  /** Closes the database; content that is only in memory is lost. */
  close(): void {
    this.#open?.db.close()
    this.#open = undefined
  }

  #assertPresent(): void {
    if (this.#storage.assertPresent === undefined || performance.now() < this.#presenceValidUntil) return
    this.#storage.assertPresent()
    this.#presenceValidUntil = performance.now() + recheckAfter
  }

  #reopen(): Open {
    this.#onOpen(this)
    const db = this.#storage.open()
    this.#changesBefore = 0
    const open = { db, pages: db.prepare<[], number>('PRAGMA page_count').pluck(), pageSize: pageSizeOf(db) }
    this.#count(sizeOf(open))
    return open
  }

  /**
   * Returns the size after a write, and throws when it exceeds the limits. Far from them it returns the last known size
   * for a moment; a write that takes longer than that moment is always measured.
   */
  #checkedSize(): number {
    if (this.#open === undefined || performance.now() < this.#sizeValidUntil) return this.#bytes
    const bytes = sizeOf(this.#open)
    if (bytes > this.#bytes) this.#sizeBudget.check(this.#name, this.#bytes, bytes)
    this.#sizeValidUntil = this.#sizeBudget.isFarFromLimits(bytes) ? performance.now() + recheckAfter : 0
    return bytes
  }

  #afterGrowth(db: Database, bytes: number): void {
    this.#count(bytes)
    this.#storage.checkpoint?.(db, bytes)
  }

  #count(bytes: number): void {
    this.#sizeBudget.resize(this.#bytes, bytes)
    this.#bytes = bytes
  }
}

const sizeOf = ({ pages, pageSize }: Open): number => (pages.get() ?? 0) * pageSize

const isFull = (error: unknown): boolean => errorCode(error) === 'SQLITE_FULL'
