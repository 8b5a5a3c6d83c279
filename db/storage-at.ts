import { fileStorage } from './file-storage.ts'
import { memoryStorage } from './memory-storage.ts'
import type { SizeBudget } from './size-budget.ts'
import type { DatabaseStorage } from './storage.ts'

/** Returns where a world's database is kept: in the file at a path, or in memory when there is none. */
export const storageAt = (path: string | undefined, image: Buffer, { world, step }: SizeBudget): DatabaseStorage =>
  path === undefined ? memoryStorage(image, world, step) : fileStorage(path, image, world)
