import type { Database } from './open.ts'

/** Where a world's database stays while it is not open. */
export interface Resting {
  open(): Database
  /** Takes over from the open database, which is closed then. */
  rest(db: Database): void
  /** Makes the open database what the image is, if that is less work than to open it anew. */
  revert?(db: Database, image: Buffer): boolean
  /** Makes the open database one that can be read whole. */
  settle?(db: Database): void
  /** Looks after a database that is open for long. */
  tend?(db: Database): void
  replace(image: Buffer): void
  remove(): void
}
