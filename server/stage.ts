import type { Database } from '../db/open.ts'
import { Worlds } from '../db/worlds.ts'
import { Problem } from './domain/problems.ts'
import { RuleBook } from './domain/rule.ts'
import { defaultWorld, newName, wellNamed } from './domain/world-name.ts'
import { type Journal, JournalShelf } from './journal/journal.ts'
import { Lifetimes } from './lifetimes.ts'
import { newWorld, type WorldData } from './new-world.ts'
import { SnapshotShelf } from './snapshot-shelf.ts'
import type { NewWorld, Origin, StageOptions } from './stage-options.ts'
import { UnmadeWorlds } from './unmade-worlds.ts'
import type { World } from './world.ts'

/** A server's worlds, and the snapshots of them. */
export class Stage {
  /** The rules that hold in a world which has been told nothing else. */
  readonly rules: RuleBook
  readonly snapshots: SnapshotShelf
  /** What every world was asked. */
  readonly journals: JournalShelf
  readonly #options: StageOptions
  readonly #databases: Worlds
  readonly #worlds = new Map<string, World>()
  readonly #unmade: UnmadeWorlds
  readonly #lifetimes: Lifetimes
  #named = 0

  constructor(options: StageOptions) {
    const { directory, image, rules, mostOpen, journal } = options
    this.#options = options
    this.journals = new JournalShelf(journal)
    this.#databases = new Worlds({ directory, image, mostOpen })
    this.#unmade = new UnmadeWorlds(
      image,
      (name, data) => this.#newWorld(name, data),
      (world) => this.#make(world),
    )
    this.snapshots = new SnapshotShelf(directory === undefined ? undefined : `${directory}/snapshots`, options)
    this.#lifetimes = new Lifetimes((name) => this.remove(name), {
      machine: options.machine,
      file: directory === undefined ? undefined : `${directory}/lifetimes.json`,
    })
    this.rules = new RuleBook(rules)
  }

  /**
   * The world of that name. Where there is none, it is made of the seed by who asks for its data, and not before: a call
   * that is refused makes nothing. Asking for the data throws a Problem when there are too many worlds, or for a name
   * that no world may have.
   */
  world(name: string): World {
    this.#lifetimes.use(name)
    return this.#worlds.get(name) ?? this.#find(name)
  }

  /** Where worlds are kept; undefined in memory. */
  get directory(): string | undefined {
    return this.#options.directory
  }

  /** The rules that a world plays by. */
  rulesOf(name: string): RuleBook {
    return (this.#worlds.get(name) ?? this.#unmade.find(name))?.rules ?? this.rules
  }

  /** What was asked of worlds that there are not, the journals of those that were named longest ago first. */
  unmadeJournals(): readonly Journal[] {
    return this.#unmade.all().map(({ journal }) => journal)
  }

  /** Whether there is a world of that name. */
  has(name: string): boolean {
    this.#lifetimes.sweep()
    return this.#databases.has(name)
  }

  /** Loads what makes worlds of seeds by name, without which there are none. */
  async loadSeeds(): Promise<void> {
    await this.#options.seeds?.load?.()
  }

  /** The names of all seeds, the server's first. */
  seeds(): readonly string[] {
    return this.#options.seeds?.names() ?? []
  }

  /** The names of all worlds. */
  names(): readonly string[] {
    this.#lifetimes.sweep()
    return this.#databases.names()
  }

  /** Seconds after which a world that nobody uses is deleted, if it is. */
  ttlOf(name: string): number | undefined {
    return this.#lifetimes.ttlOf(name)
  }

  /**
   * Makes a world.
   *
   * @throws Problem when there is one of that name, or when what it should be a copy of is not there.
   */
  create({ name = this.#freeName(), from, ttl }: NewWorld): World {
    if (this.has(name)) throw new Problem('control.world-taken', { detail: name })
    const world = this.#wake(newName(name), this.#imageOf(from))
    if (ttl !== undefined) this.#lifetimes.begin(name, ttl)
    return world
  }

  /** Gives the world the state of its origin, or of the seed, that origin's clock, and a new journal. */
  reset(name: string, from?: Origin): World {
    this.#refuseTooMany(this.has(name) ? name : newName(name))
    const image = this.#imageOf(from)
    this.#forget(name)
    this.#databases.reset(name, image)
    return this.world(name)
  }

  /** The same for every world there is, of one origin as it is now; gives their names. */
  resetAll(from?: Origin): readonly string[] {
    const image = this.#imageOf(from)
    const names = this.names()
    for (const name of names) this.reset(name, image && { image })
    return names
  }

  /**
   * Keeps what a world is now under a name, in place of any other.
   *
   * @throws Problem when there are too many snapshots, or they would take too much.
   */
  snapshot(world: string, name: string): void {
    void this.world(world).db
    this.snapshots.save(name, this.#databases.get(world).image())
  }

  /** Deletes a world; the next call that names it gets a new one. */
  remove(name: string): void {
    this.#forget(name)
    this.#lifetimes.forget(name)
    this.#databases.remove(name)
  }

  close(): void {
    this.#worlds.clear()
    this.#unmade.close()
    this.#databases.close()
  }

  /** One that is at rest since an earlier process, or that is not made yet. */
  #find(name: string): World {
    const known = this.#unmade.find(name)
    if (known !== undefined) return known
    if (wellNamed.test(name) && this.#databases.has(name)) return this.#wake(name)
    return this.#unmade.named(name)
  }

  /** Makes a world of the seed, unless somebody has meanwhile; gives its database. */
  #make(unmade: World): Database {
    const { name } = unmade
    const present = this.#worlds.get(name) ?? this.#find(name)
    if (present !== unmade) return present.db
    this.#refuseTooMany(newName(name))
    const database = this.#databases.get(name)
    try {
      database.get()
    } catch (error) {
      this.#databases.leave(name)
      throw error
    }
    unmade.make(() => database.get())
    this.#unmade.leave(name)
    this.#worlds.set(name, unmade)
    return unmade.db
  }

  #wake(name: string, image?: Buffer): World {
    this.#refuseTooMany(name)
    const database = this.#databases.get(name, image)
    const world = this.#newWorld(name, { database: () => database.get() })
    this.#unmade.forget(name)
    this.#worlds.set(name, world)
    return world
  }

  #newWorld(name: string, data: WorldData): World {
    return newWorld(this.#options, this.journals, name, data)
  }

  #refuseTooMany(name: string): void {
    const { mostWorlds = 10_000 } = this.#options
    if (this.#worlds.has(name) || this.#worlds.size < mostWorlds) return
    throw new Problem('request.worlds', { detail: `${mostWorlds} at most` })
  }

  /** Lets go of a world as it was, and ends its journal. */
  #forget(name: string): void {
    this.#worlds.get(name)?.journal.close()
    this.#worlds.delete(name)
    this.#unmade.forget(name)
  }

  #imageOf(from: Origin | undefined): Buffer | undefined {
    if (from === undefined) return undefined
    if ('seed' in from) return this.#seedImage(from.seed)
    if ('snapshot' in from) return this.snapshots.named(from.snapshot)
    if ('image' in from) return from.image
    // The default world is there for everybody, also before its first call.
    if (from.world !== defaultWorld && !this.has(from.world)) {
      throw new Problem('control.world', { detail: from.world })
    }
    return this.#databases.get(from.world).image()
  }

  #seedImage(name: string): Buffer {
    if (this.#options.seeds === undefined) throw new Problem('control.seed', { detail: name })
    return this.#options.seeds.named(name)
  }

  #freeName(): string {
    let name: string
    do name = `world-${++this.#named}`
    while (this.has(name))
    return name
  }
}
