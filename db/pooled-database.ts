import type { Database } from './database.ts'
import type { DatabaseOptions } from './database-options.ts'
import { ImageOrigin } from './image-origin.ts'
import { type MeasuredDatabase, measured, sizeOf } from './measured-database.ts'
import { PresenceCheck } from './presence-check.ts'
import { SizeAccount } from './size-account.ts'
import type { DatabaseStorage } from './storage.ts'
import { storageAt } from './storage-at.ts'
import { inTransaction, type RunInTransaction } from './transaction.ts'

/** A database with its storage: open, or suspended in a file or a compressed image that the next use reopens. */
export class PooledDatabase {
  readonly #storage: DatabaseStorage
  readonly #presence: PresenceCheck
  readonly #size: SizeAccount
  readonly #onOpen: () => void
  #open: MeasuredDatabase | undefined
  #isWriting = false
  readonly #origin: ImageOrigin
  /** Rises with every use, over all worlds: the least recently used world has the lowest. */
  lastUse = 0
  static #uses = 0

  constructor({ name, image, path, sizeBudget, bytes, onOpen }: DatabaseOptions) {
    this.#storage = storageAt(path, image, sizeBudget)
    this.#presence = new PresenceCheck(this.#storage)
    this.#size = new SizeAccount(name, sizeBudget, bytes)
    this.#onOpen = onOpen
    this.#origin = new ImageOrigin(path === undefined ? image : undefined)
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
   * @param isLarge Whether the work may write more than the body of a request holds. `run` may use another transaction.
   * @throws StorageFullError when the world, or all worlds together, would exceed their limit.
   */
  write<Result>(work: () => Result, isLarge = false, run: RunInTransaction = inTransaction): Result {
    const db = this.get()
    if (this.#isWriting) return inTransaction(db, work)
    this.#presence.assert()
    if (isLarge) this.#storage.commit?.(db)
    this.#isWriting = true
    try {
      let { bytes } = this.#size
      const result = run(db, () => {
        const outcome = work()
        bytes = this.#size.afterWrite(this.#open)
        return outcome
      })
      if (bytes !== this.#size.bytes) {
        this.#size.settle(bytes)
        this.#storage.checkpoint?.(db, bytes)
      }
      return result
    } catch (error) {
      throw this.#size.writeError(error, this.#storage)
    } finally {
      this.#isWriting = false
    }
  }

  /** The size as it was last known. */
  get bytes(): number {
    return this.#size.bytes
  }

  /** Counts the size of the open database as it is now. */
  measure(): void {
    if (this.#open !== undefined) this.#size.settle(sizeOf(this.#open))
  }

  /** Throws when writes would fail, or go to a file that has been removed. */
  assertWritable(): void {
    this.#storage.assertWritable?.()
  }

  /** Closes the database and keeps its content. */
  suspend(): void {
    if (this.#open === undefined) return
    this.#origin.closes(this.#open.db)
    this.#storage.release(this.#open.db)
    this.close()
    this.#size.settle(this.#storage.bytes())
  }

  /** Returns the current content as an image that opens in memory. */
  image(): Buffer {
    return this.#storage.image(this.get())
  }

  /** The current content as an image where there is one already. */
  get knownImage(): Buffer | undefined {
    return this.#open && this.#storage.imageIfKnown?.(this.#open.db)
  }

  /** Tells whether a replacement by this image is a rollback. */
  isRevertibleTo = (image: Buffer): boolean =>
    this.#open !== undefined && this.#storage.isRevertibleTo?.(image) === true

  /** Replaces the content by an image. Throws a StorageFullError where so many bytes have no room, and changes nothing. */
  replace(image: Buffer, bytes = image.length): void {
    this.#size.check(bytes)
    if (this.#open === undefined || !this.#storage.rollbackTo?.(this.#open.db, image)) {
      this.close()
      this.#storage.replace(image)
    }
    this.#origin.replaced(image, this.#open?.db)
    this.#size.settle(bytes)
  }

  /** Whether it was made of this image and lives in memory. A world in a file has no image in memory. */
  isMadeOf(image: Buffer): boolean {
    return this.#origin.is(image)
  }

  /** Whether something was written since it was made or reset. */
  get isChanged(): boolean {
    return this.#origin.isChanged(this.#open?.db)
  }

  /** Closes and deletes the database. */
  remove(): void {
    this.close()
    this.#storage.remove()
    this.#size.settle(0)
  }

  /** Closes the database; content that is only in memory is lost. */
  close(): void {
    const open = this.#open
    this.#open = undefined
    if (open !== undefined) this.#storage.close(open.db)
  }

  #reopen(): MeasuredDatabase {
    this.#onOpen()
    const open = measured(this.#storage.open())
    this.#origin.opened(open.db)
    this.#size.settle(sizeOf(open))
    return open
  }
}
