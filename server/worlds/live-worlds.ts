import type { Database } from '#db/database.ts'
import type { DatabasePool } from '#db/pool.ts'
import type { Content } from '#db/sharing.ts'
import { ApiError } from '../domain/errors/api-errors.ts'
import { checkedNewName, worldNamePattern } from '../domain/world-name.ts'
import type { Journal } from '../journal/journal.ts'
import type { JournalStore } from '../journal/journal-store.ts'
import type { KeptParts } from './kept-parts.ts'
import { newWorld } from './new-world.ts'
import type { WorldRegistryOptions } from './options.ts'
import { UncreatedWorlds } from './uncreated-worlds.ts'
import type { CreatedData, World } from './world.ts'

/** What can be read of the worlds in memory without looking for others in files. */
export type WorldsInMemory = Pick<LiveWorlds, 'peek' | 'heldCharacters' | 'uncreatedJournals'>

/** The worlds in memory: created ones, and uncreated ones that requests have named. */
export class LiveWorlds {
  readonly #options: WorldRegistryOptions
  readonly #journals: JournalStore
  readonly #databases: DatabasePool
  readonly #worlds = new Map<string, World>()
  /** The names of created worlds, including those that no request has used since a reset. */
  readonly #created = new Set<string>()
  readonly #uncreated: UncreatedWorlds

  constructor(options: WorldRegistryOptions, journals: JournalStore, databases: DatabasePool) {
    this.#options = options
    this.#journals = journals
    this.#databases = databases
    this.#uncreated = new UncreatedWorlds(
      options.image,
      (name, data) => newWorld(options, journals, name, data),
      (world) => this.#create(world),
    )
  }

  /** Returns a world: a created one, one of an earlier process, or an uncreated one. */
  get(name: string): World {
    return this.#worlds.get(name) ?? this.#find(name)
  }

  /** Returns a world that is in memory, without adding it. */
  peek(name: string): World | undefined {
    return this.#worlds.get(name) ?? this.#uncreated.find(name)
  }

  /**
   * Opens a world, or creates it with the content.
   *
   * @throws ApiError when there are too many worlds.
   */
  openOrCreate(name: string, content?: Content, kept?: KeptParts): World {
    const world = newWorld(this.#options, this.#journals, name, { ...this.#openData(name, content), ...kept?.inMemory })
    this.#uncreated.forget(name)
    this.#add(world)
    return world
  }

  /** Throws an ApiError when there are too many worlds to create one of that name. */
  assertCapacity(name: string): void {
    const { mostWorlds = 10_000 } = this.#options
    if (this.#created.has(name) || this.#created.size < mostWorlds) return
    throw new ApiError('request.worlds', { detail: `${mostWorlds} at most` })
  }

  /** Returns the characters that the faults and stubs of all created worlds take as JSON. */
  heldCharacters(): number {
    let characters = 0
    for (const { faults, stubs } of this.#worlds.values()) {
      if (!faults.isEmpty) characters += faults.characters
      if (!stubs.isEmpty) characters += stubs.characters
    }
    return characters
  }

  /** Returns the journals of uncreated worlds, the least recently named first. */
  uncreatedJournals(): readonly Journal[] {
    return this.#uncreated.all().map(({ journal }) => journal)
  }

  /** Makes new worlds copies of another image. */
  useImage(image: Buffer): void {
    this.#uncreated.useImage(image)
  }

  /** Returns the read-only database of the seed, which new worlds are copies of. */
  seedData(): Database {
    return this.#uncreated.seedData()
  }

  /** Drops a world from memory and closes its journal, unless that is kept. */
  forget(name: string, kept?: KeptParts): void {
    const keepsJournal = kept?.inMemory.journal !== undefined
    this.#worlds.get(name)?.retire(keepsJournal)
    this.#worlds.delete(name)
    this.#uncreated.forget(name, keepsJournal)
  }

  /** Drops a deleted world. */
  remove(name: string): void {
    this.forget(name)
    this.#created.delete(name)
  }

  close(): void {
    // What goes on beside requests ends with the server.
    for (const world of this.#worlds.values()) world.retire(true)
    this.#worlds.clear()
    this.#uncreated.close()
  }

  #find(name: string): World {
    const uncreated = this.#uncreated.find(name)
    if (uncreated !== undefined) return uncreated
    if (worldNamePattern.test(name) && this.#databases.has(name)) return this.openOrCreate(name)
    return this.#uncreated.getOrAdd(name)
  }

  /** Creates an uncreated world from the seed, unless another request has done so, and returns its database. */
  #create(world: World): Database {
    const current = this.get(world.name)
    if (current !== world) return current.db
    world.create(this.#openData(checkedNewName(world.name)))
    this.#uncreated.remove(world.name)
    this.#add(world)
    world.journal.announce('world', { action: 'created' })
    return world.db
  }

  #add(world: World): void {
    this.#worlds.set(world.name, world)
    this.#created.add(world.name)
  }

  /** Opens the data of a world. A new one that cannot be opened is removed again. */
  #openData(name: string, content?: Content): CreatedData {
    this.assertCapacity(name)
    const isNew = !this.#databases.has(name)
    const database = this.#databases.get(name, content)
    try {
      database.get()
    } catch (error) {
      if (isNew) this.#databases.remove(name)
      throw error
    }
    return { database: () => database.get(), write: (...work) => database.write(...work) }
  }
}
