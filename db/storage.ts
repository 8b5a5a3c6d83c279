import type { Database } from './database.ts'

/** Where a world's database stays while it is not open. */
export interface DatabaseStorage {
  /** How many bytes it takes while it is not open, or will take when it comes to life. */
  bytes(): number
  open(): Database
  /** Takes over from the open database, which is closed then. */
  release(db: Database): void
  /** Makes the open database what the image is, if that is less work than to open it anew. */
  rollbackTo?(db: Database, image: Buffer): boolean
  /** Makes the open database one that can be read whole, and of which a step that fails takes nothing but itself along. */
  commit?(db: Database): void
  /** Looks after the open database, which has so many bytes after a step. */
  checkpoint?(db: Database, bytes: number): void
  /** Refuses a step whose outcome nobody would find again. */
  refuseLost?(): void
  /** Refuses to be called ready when steps could not be stored. */
  refuseUnready?(): void
  /** Whether a step found no room because of the world's limit, and not for a disk that is full. */
  isAtLimit(): boolean
  /** Becomes what the image is; when it throws it is what it was. */
  replace(image: Buffer): void
  remove(): void
}
