import type { Database } from './database.ts'

/** What reads the database of another until one of the two changes. */
export interface Borrower {
  /** Makes the content its own, as an image: the database that it has read so far is about to change or to end. */
  takeOver(image: Buffer): void
}

/** A database in memory that others may read in place of a copy of it, until it changes. */
export interface Lender {
  /** Its size. */
  readonly bytes: number
  /** Returns the open database, which refuses writes as long as it is lent. */
  get(): Database
  /** The content as an image where there is one already. */
  readonly knownImage: Buffer | undefined
  /** Returns the content as an image. */
  image(): Buffer
  /** Lets another read it from now on. */
  lendTo(borrower: Borrower): void
  /** Ends that for one that has content of its own now, or needs none. */
  takeBack(borrower: Borrower): void
}

/** The content of a database: an image that it is a copy of, or a database that it reads until one of the two changes. */
export type Content = Buffer | Lender

/** Returns whether a content is an image. */
export const isImage = (content: Content): content is Buffer => content instanceof Uint8Array

/** Returns the size of a content. */
export const sizeOfContent = (content: Content): number => (isImage(content) ? content.length : content.bytes)

/** Returns a content as an image. */
export const toImage = (content: Content): Buffer => (isImage(content) ? content : content.image())
