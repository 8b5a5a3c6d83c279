import type { Database } from './database.ts'
import type { WorldDatabaseOptions } from './database-options.ts'
import { noImage } from './image-origin.ts'
import { PooledDatabase } from './pooled-database.ts'
import { type Borrower, type Content, isImage, type Lender, sizeOfContent } from './sharing.ts'
import type { RunInTransaction } from './transaction.ts'

/**
 * The database of one world. In memory, a copy of a world is made when one of the two changes: until then the copy reads
 * the database of the other, which takes neither time nor room however large it is.
 */
export class WorldDatabase extends PooledDatabase implements Borrower, Lender {
  readonly #isFile: boolean
  /** The database that it reads in place of its own. */
  #lender: Lender | undefined
  readonly #borrowers = new Set<Borrower>()
  /** Its connection while that refuses writes because others read it. */
  #lent: Database | undefined

  constructor({ content, ...options }: WorldDatabaseOptions) {
    super({ ...options, image: isImage(content) ? content : noImage })
    this.#isFile = options.path !== undefined
    if (!isImage(content)) this.#borrow(content)
  }

  /** Returns the open database: its own, or the one that it reads. */
  override get(): Database {
    return this.#lender === undefined ? super.get() : this.#lender.get()
  }

  override write<Result>(work: () => Result, isLarge?: boolean, run?: RunInTransaction): Result {
    if (this.#lent !== undefined) this.#endLending()
    if (this.#lender !== undefined) {
      super.replace(this.#lender.image())
      this.#returnBorrowed()
    }
    return super.write(work, isLarge, run)
  }

  /**
   * Returns its content for another database or a snapshot, to be used at once: in memory the database itself, which the
   * other reads until one of them changes.
   */
  content(): Content {
    if (this.#isFile) return this.image()
    this.get()
    this.measure()
    return this.#lender ?? this
  }

  override image(): Buffer {
    return this.#lender?.image() ?? super.image()
  }

  override replace(content: Content): void {
    if (content === this) return
    this.#endLending()
    const image = isImage(content) ? content : this.#revertible(content.knownImage)
    super.replace(image ?? noImage, image === undefined ? 0 : sizeOfContent(content))
    this.#returnBorrowed()
    if (image === undefined && !isImage(content)) this.#borrow(content)
  }

  /** What reads the database of another was made of the image that this is still a copy of. */
  override isMadeOf(image: Buffer): boolean {
    return this.#lender === undefined ? super.isMadeOf(image) : this.#lender.knownImage === image
  }

  override suspend(): void {
    this.#endLending()
    super.suspend()
  }

  override remove(): void {
    this.#endLending()
    this.#returnBorrowed()
    super.remove()
  }

  override close(): void {
    this.#takeAllBack()
    super.close()
  }

  /** Lets another read its database. What writes past `write` fails meanwhile, and so reaches no other world. */
  lendTo(borrower: Borrower): void {
    const db = this.get()
    if (this.#lent === undefined) db.pragma('query_only = ON')
    this.#lent = db
    this.#borrowers.add(borrower)
  }

  takeBack(borrower: Borrower): void {
    this.#borrowers.delete(borrower)
  }

  takeOver(image: Buffer): void {
    // As a suspended world at an image of others it takes no room, and so is not refused for what another world does.
    super.replace(image, 0)
    this.#returnBorrowed()
  }

  /** Returns the image if its open database comes back to it by a rollback, which is worth more than to share. */
  #revertible(image: Buffer | undefined): Buffer | undefined {
    return image !== undefined && this.isRevertibleTo(image) ? image : undefined
  }

  #borrow(lender: Lender): void {
    lender.lendTo(this)
    this.#lender = lender
  }

  #returnBorrowed(): void {
    this.#lender?.takeBack(this)
    this.#lender = undefined
  }

  /** Gives those that read its database the content as an image, of which all are copies. A failure leaves them reading. */
  #endLending(): void {
    const image = this.#borrowers.size === 0 ? noImage : this.image()
    for (const borrower of [...this.#borrowers]) borrower.takeOver(image)
    this.#takeAllBack()
  }

  #takeAllBack(): void {
    this.#lent?.pragma('query_only = OFF')
    this.#lent = undefined
    this.#borrowers.clear()
  }
}
