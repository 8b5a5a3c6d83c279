import { type Database, openMemory } from '../db/open.ts'
import type { World } from './world.ts'

/** How many are remembered: each has the journal of what it was asked, and the counts of its callers. */
const mostRemembered = 1000

/** How much of a name is kept, of those that no world may have. */
const longestName = 100

/**
 * The worlds that calls have named and that nobody has made: what was refused there is in their journals, and the call
 * that is let through makes the world of them.
 */
export class UnmadeWorlds {
  readonly #worlds = new Map<string, World>()
  readonly #image: Buffer
  #seed: Database | undefined

  /** @param image What a new world is a copy of. */
  constructor(image: Buffer) {
    this.#image = image
  }

  /** The one of that name, made by the function where nobody has named it before. The oldest is forgotten for it. */
  named(asked: string, remember: (name: string) => World): World {
    const name = asked.slice(0, longestName)
    const known = this.#worlds.get(name)
    if (known !== undefined) return known
    const [oldest] = this.#worlds.keys()
    if (oldest !== undefined && this.#worlds.size >= mostRemembered) this.forget(oldest)
    const world = remember(name)
    this.#worlds.set(name, world)
    return world
  }

  /** What it is known of, without remembering it. */
  find(name: string): World | undefined {
    return this.#worlds.get(name)
  }

  /** All of them, the oldest first. */
  all(): readonly World[] {
    return [...this.#worlds.values()]
  }

  /** Lets go of one that is made now. */
  leave(name: string): void {
    this.#worlds.delete(name)
  }

  /** Lets go of one, and ends its journal. */
  forget(name: string): void {
    this.#worlds.get(name)?.journal.close()
    this.#worlds.delete(name)
  }

  /** What a new world would have, for those who only read: one database for all, in which nothing can be written. */
  seed(): Database {
    if (this.#seed === undefined) {
      this.#seed = openMemory(this.#image)
      this.#seed.pragma('query_only = ON')
    }
    return this.#seed
  }

  /** Closes the database. */
  close(): void {
    this.#seed?.close()
    this.#seed = undefined
  }
}
