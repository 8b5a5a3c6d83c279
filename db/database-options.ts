import type { Content } from './sharing.ts'
import type { SizeBudget } from './size-budget.ts'

/** What the database of a pool is created with. */
export interface DatabaseOptions {
  readonly name: string
  /** The image that a new one is a copy of. */
  readonly image: Buffer
  /** The path of its file; in memory when absent. */
  readonly path: string | undefined
  /** The budget that its bytes count against. */
  readonly sizeBudget: SizeBudget
  readonly bytes: number
  /** Called before it is opened. */
  readonly onOpen: () => void
}

/** What a world's database is created with. */
export interface WorldDatabaseOptions extends Omit<DatabaseOptions, 'image'> {
  /** The content of a new one. */
  readonly content: Content
}
