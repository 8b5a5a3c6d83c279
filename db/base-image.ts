import { changeCountOf } from './change-count.ts'
import type { Database } from './database.ts'

/** Bytes of an image that is kept as long as a database in memory is at it; a larger one as long as something else needs it. */
const largestKept = 2 ** 22

/** The image at which the transaction of a database in memory began: what a rollback brings it back to. */
export class BaseImage {
  readonly #image: WeakRef<Buffer>
  /** Keeps a small image in memory. */
  readonly kept: Buffer | undefined
  readonly #changes: number

  /** @param db The database as a copy of the image. */
  constructor(image: Buffer, db: Database) {
    this.#image = new WeakRef(image)
    this.kept = image.length > largestKept ? undefined : image
    this.#changes = changeCountOf(db)
  }

  /** The image; undefined where it was too large to be kept for this alone. */
  get image(): Buffer | undefined {
    return this.kept ?? this.#image.deref()
  }

  /** Returns the image if the database is still a copy of it, and it is kept. */
  imageOf(db: Database): Buffer | undefined {
    return changeCountOf(db) === this.#changes ? this.image : undefined
  }
}
