import { compressImage, type StoredImage, sharedImage } from './compressed-image.ts'
import { type Borrower, type Content, isImage, type Lender, sizeOfContent, toImage } from './sharing.ts'

/** The image of a database that is not taken before the database changes. */
class LentImage implements StoredImage, Borrower {
  readonly bytes: number
  #lender: Lender | undefined
  #taken: StoredImage | undefined

  constructor(lender: Lender) {
    this.bytes = lender.bytes
    lender.lendTo(this)
    this.#lender = lender
  }

  image(): Buffer {
    return toImage(this.content())
  }

  /** Returns the database as long as it is unchanged, the image of how it was afterwards. */
  content(): Content {
    return this.#taken?.image() ?? (this.#lender as Lender)
  }

  takeOver(image: Buffer): void {
    this.#taken = sharedImage(image)
    this.discard()
  }

  discard(): void {
    this.#lender?.takeBack(this)
    this.#lender = undefined
  }
}

/** Stores a content: a small one compressed, a database that is larger without a copy until it changes. */
export const storedImage = (content: Content, largestCopied: number): StoredImage =>
  isImage(content) || sizeOfContent(content) <= largestCopied ? compressImage(toImage(content)) : new LentImage(content)

/** Returns a stored content, to be used at once. */
export const contentOf = (stored: StoredImage | undefined): Content | undefined =>
  stored instanceof LentImage ? stored.content() : stored?.image()
