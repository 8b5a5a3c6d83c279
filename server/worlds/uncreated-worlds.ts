import type { Database } from '#db/database.ts'
import { closeReader, openReader } from '#db/memory-storage.ts'
import type { WorldData } from './new-world.ts'
import type { World } from './world.ts'

/** The most uncreated worlds in memory: each has a journal, and the counters of its callers. */
const mostRemembered = 1000

/** The most characters stored of a name that no world may have. */
const longestName = 100

/**
 * The worlds that requests have named and that are not created. Their journals hold the refused requests; the first
 * request that passes creates the world.
 */
export class UncreatedWorlds {
  readonly #worlds = new Map<string, World>()
  #image: Buffer
  readonly #newWorld: (name: string, data: WorldData) => World
  readonly #create: (world: World) => Database
  #seed: Database | undefined

  /**
   * @param image The image that new worlds are copies of.
   * @param newWorld Constructs a world with that name and data.
   * @param create Creates an uncreated world, and returns its database.
   */
  constructor(image: Buffer, newWorld: (name: string, data: WorldData) => World, create: (world: World) => Database) {
    this.#image = image
    this.#newWorld = newWorld
    this.#create = create
  }

  /** Returns the world of a name. Adds it where there is none, and drops the oldest at the limit. */
  getOrAdd(requestedName: string): World {
    const name = requestedName.slice(0, longestName)
    const existing = this.#worlds.get(name)
    if (existing !== undefined) return existing
    const [oldest] = this.#worlds.keys()
    if (oldest !== undefined && this.#worlds.size >= mostRemembered) this.forget(oldest)
    const world: World = this.#newWorld(name, {
      database: () => this.#create(world),
      placeholder: () => this.seedData(),
    })
    this.#worlds.set(name, world)
    return world
  }

  /** Returns the world of a name without adding it. */
  find(name: string): World | undefined {
    return this.#worlds.get(name)
  }

  /** Returns all of them, the oldest first. */
  all(): readonly World[] {
    return [...this.#worlds.values()]
  }

  /** Removes a world that is now created. */
  remove(name: string): void {
    this.#worlds.delete(name)
  }

  /** Drops a world and closes its journal, unless that is kept. */
  forget(name: string, keepsJournal = false): void {
    this.#worlds.get(name)?.retire(keepsJournal)
    this.#worlds.delete(name)
  }

  /** Returns a read-only database with the content of a new world, shared by all uncreated ones. */
  seedData(): Database {
    this.#seed ??= openReader(this.#image)
    return this.#seed
  }

  /** Makes new worlds copies of another image. */
  useImage(image: Buffer): void {
    this.close()
    this.#image = image
  }

  /** Closes the database. */
  close(): void {
    if (this.#seed !== undefined) closeReader(this.#seed, this.#image)
    this.#seed = undefined
  }
}
