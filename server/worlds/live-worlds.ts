import type { Database } from '#db/database.ts'
import type { DatabasePool } from '#db/pool.ts'
import { ApiError } from '../domain/errors/api-errors.ts'
import { newName, worldNamePattern } from '../domain/world-name.ts'
import type { Journal, JournalStore } from '../journal/journal.ts'
import { newWorld, type WorldData } from './new-world.ts'
import type { WorldRegistryOptions } from './options.ts'
import { UncreatedWorlds } from './uncreated-worlds.ts'
import type { CreatedData, World } from './world.ts'

/** The worlds that this process has met: those that are made, and those that calls have named and nobody has made. */
export class LiveWorlds {
  readonly #options: WorldRegistryOptions
  readonly #journals: JournalStore
  readonly #databases: DatabasePool
  readonly #worlds = new Map<string, World>()
  /** The names of those that are made, also while nobody has used them since they were reset. */
  readonly #made = new Set<string>()
  readonly #unmade: UncreatedWorlds

  constructor(options: WorldRegistryOptions, journals: JournalStore, databases: DatabasePool) {
    this.#options = options
    this.#journals = journals
    this.#databases = databases
    this.#unmade = new UncreatedWorlds(
      options.image,
      (name, data) => this.#newWorld(name, data),
      (world) => this.#make(world),
    )
  }

  /** The world of that name: made, at rest since an earlier process, or not made yet. */
  get(name: string): World {
    return this.#worlds.get(name) ?? this.#find(name)
  }

  /** The same where it was met before, without remembering it. */
  peek(name: string): World | undefined {
    return this.#worlds.get(name) ?? this.#unmade.find(name)
  }

  /**
   * Brings a world to life; a new one as a copy of the image.
   *
   * @throws ApiError when there are too many.
   */
  wake(name: string, image?: Buffer): World {
    const world = this.#newWorld(name, this.#opened(name, image))
    this.#unmade.forget(name)
    this.#keep(world)
    return world
  }

  /** Throws a Problem when there are too many for one of that name. */
  refuseTooMany(name: string): void {
    const { mostWorlds = 10_000 } = this.#options
    if (this.#made.has(name) || this.#made.size < mostWorlds) return
    throw new ApiError('request.worlds', { detail: `${mostWorlds} at most` })
  }

  /** The worlds that are made and were met since, in no order. */
  made(): Iterable<World> {
    return this.#worlds.values()
  }

  /** What was asked of worlds that there are not, the journals of those that were named longest ago first. */
  unmadeJournals(): readonly Journal[] {
    return this.#unmade.all().map(({ journal }) => journal)
  }

  /** Lets go of a world as it was, and ends its journal. */
  forget(name: string): void {
    this.#worlds.get(name)?.journal.close()
    this.#worlds.delete(name)
    this.#unmade.forget(name)
  }

  /** The same of one that is deleted. */
  remove(name: string): void {
    this.forget(name)
    this.#made.delete(name)
  }

  close(): void {
    this.#worlds.clear()
    this.#unmade.close()
  }

  #find(name: string): World {
    const known = this.#unmade.find(name)
    if (known !== undefined) return known
    if (worldNamePattern.test(name) && this.#databases.has(name)) return this.wake(name)
    return this.#unmade.named(name)
  }

  /** Makes a world of the seed, unless somebody has meanwhile; gives its database. */
  #make(unmade: World): Database {
    const { name } = unmade
    const present = this.get(name)
    if (present !== unmade) return present.db
    unmade.create(this.#opened(newName(name)))
    this.#unmade.leave(name)
    this.#keep(unmade)
    return unmade.db
  }

  #keep(world: World): void {
    this.#worlds.set(world.name, world)
    this.#made.add(world.name)
  }

  /** The data of a world, open. Of one that is new, and cannot be opened, nothing is left. */
  #opened(name: string, image?: Buffer): CreatedData {
    this.refuseTooMany(name)
    const isNew = !this.#databases.has(name)
    const database = this.#databases.get(name, image)
    try {
      database.get()
    } catch (error) {
      if (isNew) this.#databases.remove(name)
      throw error
    }
    return { database: () => database.get(), write: (work, isLarge) => database.write(work, isLarge) }
  }

  #newWorld(name: string, data: WorldData): World {
    return newWorld(this.#options, this.#journals, name, data)
  }
}
