import type { Database } from './database.ts'

/** Where the database of a world is stored while it is closed. */
export interface DatabaseStorage {
  /** Returns the bytes that it takes while closed, or will take once created. */
  bytes(): number
  open(): Database
  /**
   * Closes an open database whose content nobody needs any more, or has saved; keeps its connection where another world
   * can have it.
   */
  close(db: Database): void
  /** Saves the content of an open database, which is closed next. */
  release(db: Database): void
  /** Resets the open database to an image where that is cheaper than reopening; returns whether it did. */
  rollbackTo?(db: Database, image: Buffer): boolean
  /** Tells whether `rollbackTo` would reset the open database to an image. */
  isRevertibleTo?(image: Buffer): boolean
  /** Returns the content of an open database as an image: the one that it is a copy of where nothing was written to it. */
  image(db: Database): Buffer
  /** Returns the content as an image where there is one already. */
  imageIfKnown?(db: Database): Buffer | undefined
  /** Commits pending writes, so that the database can be read whole and a failing write rolls back alone. */
  commit?(db: Database): void
  /** Maintains the open database after a write that brought it to so many bytes. */
  checkpoint?(db: Database, bytes: number): void
  /** Throws when the file of the open database is gone, so that writes would be lost. */
  assertPresent?(): void
  /** Throws when writes cannot be stored. */
  assertWritable?(): void
  /** Tells whether a write failed at the world's size limit, and not at a full disk. */
  isAtLimit(): boolean
  /** Replaces the content by an image; a failure leaves it unchanged. */
  replace(image: Buffer): void
  remove(): void
}
