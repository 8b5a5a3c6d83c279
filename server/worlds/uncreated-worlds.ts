import type { Database } from '#db/database.ts'
import { openMemory } from '#db/open.ts'
import type { WorldData } from './new-world.ts'
import type { World } from './world.ts'

/** How many are remembered: each has the journal of what it was asked, and the counts of its callers. */
const mostRemembered = 1000

/** How much of a name is kept, of those that no world may have. */
const longestName = 100

/**
 * The worlds that calls have named and that nobody has made: what was refused there is in their journals, and the call
 * that is let through makes the world of them.
 */
export class UncreatedWorlds {
  readonly #worlds = new Map<string, World>()
  readonly #image: Buffer
  readonly #newWorld: (name: string, data: WorldData) => World
  readonly #make: (world: World) => Database
  #seed: Database | undefined

  /**
   * @param image What a new world is a copy of.
   * @param newWorld A world of that name, of these data.
   * @param make Makes a world of one that is not made, and gives its database.
   */
  constructor(image: Buffer, newWorld: (name: string, data: WorldData) => World, make: (world: World) => Database) {
    this.#image = image
    this.#newWorld = newWorld
    this.#make = make
  }

  /** The one of that name, for which the oldest is forgotten where nobody has named it before. */
  named(asked: string): World {
    const name = asked.slice(0, longestName)
    const known = this.#worlds.get(name)
    if (known !== undefined) return known
    const [oldest] = this.#worlds.keys()
    if (oldest !== undefined && this.#worlds.size >= mostRemembered) this.forget(oldest)
    const world: World = this.#newWorld(name, { database: () => this.#make(world), unmade: () => this.seedData() })
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
  seedData(): Database {
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
