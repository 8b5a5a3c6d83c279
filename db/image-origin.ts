import { changeCountOf } from './change-count.ts'
import type { Database } from './database.ts'

/** Stands for content that no image in memory has: nothing is made of it. */
export const noImage = Buffer.alloc(0)

/** The image that a database is a copy of, and whether something was written since. */
export class ImageOrigin {
  /** The image in memory, as long as something else holds it; undefined where the database is a file. */
  #image: WeakRef<Buffer> | undefined
  /** Whether something was written, as far as is known from closed connections. */
  #isChanged = false
  /** The changes that the open connection had counted when it became a copy. */
  #changesBefore = 0

  constructor(image: Buffer | undefined) {
    if (image !== undefined) this.#image = new WeakRef(image)
  }

  /** Whether it is this image. A database in a file has no image in memory. */
  is(image: Buffer): boolean {
    return this.#image?.deref() === image
  }

  /** Whether something was written since the copy was made, by the open connection or one before. */
  isChanged(db: Database | undefined): boolean {
    return this.#isChanged || (db !== undefined && changeCountOf(db) !== this.#changesBefore)
  }

  /** Notes that a connection has opened, which may have written for another world before. */
  opened(db: Database): void {
    this.#changesBefore = changeCountOf(db)
  }

  /** Notes what the connection has written, before it closes. */
  closes(db: Database): void {
    this.#isChanged = this.isChanged(db)
  }

  /** Notes that the content was replaced by a copy of an image. */
  replaced(image: Buffer, db: Database | undefined): void {
    this.#isChanged = false
    this.#changesBefore = db === undefined ? 0 : changeCountOf(db)
    if (this.#image !== undefined) this.#image = new WeakRef(image)
  }
}
