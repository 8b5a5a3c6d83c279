import { bytesOf, openMemory } from '#db/open.ts'
import type { WorldRegistryOptions } from './options.ts'
import { World } from './world.ts'

/** A copy of a world to try something in: in memory, in no list, and never stored. */
export interface WorldCopy {
  readonly world: World
  /** Runs work, and takes back whatever it has stored. */
  attempt<Result>(work: () => Promise<Result>): Promise<Result>
  close(): void
}

/** How a world is copied. */
export interface WorldCopyOptions extends Pick<WorldRegistryOptions, 'rules' | 'features'> {
  /** The most bytes of a world that is copied. */
  readonly maxBytes: number
}

/**
 * Copies a world at its present time, with its settings; returns undefined where it is too large.
 *
 * @param image Returns the content of the world.
 */
export function copyOf(
  original: World,
  image: () => Buffer,
  { rules, features, maxBytes }: WorldCopyOptions,
): WorldCopy | undefined {
  if (bytesOf(original.readable) > maxBytes) return undefined
  const db = openMemory(image())
  const { name, limits } = original
  const settings = { limits, ...(rules && { rules }), ...(features && { features }) }
  const world = new World({ name, database: () => db, ...settings })
  // A clock that goes on would make what passes depend on how long the attempts take.
  world.clock.freeze(original.clock.milliseconds())
  return {
    world,
    async attempt(work) {
      db.exec('BEGIN')
      try {
        return await work()
      } finally {
        db.exec('ROLLBACK')
      }
    },
    close: () => db.close(),
  }
}
