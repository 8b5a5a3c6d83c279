import { accessSync, constants } from 'node:fs'
import type { DatabasePool } from '#db/pool.ts'
import type { SizeBudget } from '#db/size-budget.ts'
import type { Steps } from '#db/incremental-task.ts'
import { ApiError } from '../domain/errors/api-errors.ts'
import { RuleEngine } from '../domain/rules/rule.ts'
import { newName } from '../domain/world-name.ts'
import { type Journal, JournalStore } from '../journal/journal.ts'
import { type AllWorldsResult, forAllWorlds } from './all-worlds.ts'
import type { WorldExpiry } from './expiry.ts'
import { LiveWorlds } from './live-worlds.ts'
import { WorldNameGenerator } from './name-generator.ts'
import type { NewWorld, WorldRegistryOptions, WorldSource } from './options.ts'
import type { SnapshotStore } from './snapshot-store.ts'
import type { World } from './world.ts'
import { WorldSources } from './world-sources.ts'
import { openStorage, type Storage } from './world-storage.ts'

/** A server's worlds, and the snapshots of them. */
export class WorldRegistry {
  /** The rules that hold in a world which has been told nothing else. */
  readonly rules: RuleEngine
  readonly snapshots: SnapshotStore
  /** What every world was asked. */
  readonly journals: JournalStore
  readonly #options: WorldRegistryOptions
  readonly #databases: DatabasePool
  readonly #live: LiveWorlds
  readonly #lifetimes: WorldExpiry
  readonly #origins: WorldSources
  readonly #storage: Storage
  readonly #freeNames = new WorldNameGenerator((name) => this.has(name))

  /** @throws DirectoryInUseError when another server has its directory. */
  constructor(options: WorldRegistryOptions) {
    const { rules, journal, seeds } = options
    this.#options = options
    this.journals = new JournalStore(journal)
    this.rules = new RuleEngine(rules)
    this.#storage = openStorage(options, (name) => this.#end(name))
    const { databases, snapshots, lifetimes } = this.#storage
    this.#databases = databases
    this.#lifetimes = lifetimes
    this.snapshots = snapshots
    this.#live = new LiveWorlds(options, this.journals, databases)
    this.#origins = new WorldSources({ seeds, snapshots, databases, hasWorld: (name) => this.has(name) })
  }

  /**
   * The world of that name. Where there is none, it is made of the seed by who asks for its data, and not before: a call
   * that is refused makes nothing. Asking for the data throws a Problem when there are too many worlds, or for a name
   * that no world may have.
   */
  world(name: string): World {
    this.#lifetimes.use(name)
    return this.#live.get(name)
  }

  /** The rules that a world plays by. */
  rulesOf(name: string): RuleEngine {
    return this.#live.peek(name)?.rules ?? this.rules
  }

  /** What was asked of worlds that there are not, the journals of those that were named longest ago first. */
  unmadeJournals(): readonly Journal[] {
    return this.#live.unmadeJournals()
  }

  /** Characters that the faults of all worlds take together. */
  faultLetters(): number {
    let letters = 0
    for (const { faults } of this.#live.made()) if (!faults.isEmpty) letters += faults.letters
    return letters
  }

  /** Whether there is a world of that name. */
  has(name: string): boolean {
    this.#lifetimes.sweep()
    return this.#databases.has(name) && !this.#lifetimes.isOver(name)
  }

  /** Loads what makes worlds of seeds by name, without which there are none. */
  async loadSeeds(): Promise<void> {
    await this.#options.seeds?.load?.()
  }

  /** Makes ready what worlds are to be copies of, while others have their turn: the image of a seed takes a while. */
  async prepare(from: WorldSource | undefined): Promise<void> {
    if (from !== undefined && 'seed' in from) await this.#options.seeds?.prepare(from.seed)
  }

  /** The names of all seeds, the server's first. */
  seeds(): readonly string[] {
    return this.#options.seeds?.names() ?? []
  }

  /** The names of all worlds. */
  names(): readonly string[] {
    this.#lifetimes.sweep()
    return this.#databases.names().filter((name) => !this.#lifetimes.isOver(name))
  }

  /** What worlds take, and may take. */
  get room(): Readonly<Pick<SizeBudget, 'taken' | 'world' | 'worlds'>> {
    return this.#databases.room
  }

  /** Seconds after which a world that nobody uses is deleted, if it is. */
  ttlOf(name: string): number | undefined {
    return this.#lifetimes.ttlOf(name)
  }

  /**
   * Makes a world.
   *
   * @throws ApiError when there is one of that name, or when what it should be a copy of is not there.
   */
  create({ name, ...options }: NewWorld): World {
    return name === undefined
      ? this.#freeNames.use((free) => this.#create(free, options))
      : this.#create(newName(name), options)
  }

  /**
   * Gives the world the state of its origin, or of the seed, that origin's clock, and a new journal. When that is
   * refused it has its state, faults and journal as before.
   */
  reset(name: string, from?: WorldSource): World {
    this.#lifetimes.use(name)
    this.#live.refuseTooMany(this.has(name) ? name : newName(name))
    this.#databases.reset(name, this.#origins.imageOf(from))
    this.#live.forget(name)
    return this.#live.wake(name)
  }

  /** The same for every world there is, of one origin as it is now, a world a step. */
  *resettingAll(from?: WorldSource): Steps<AllWorldsResult> {
    const image = this.#origins.imageOf(from)
    return yield* this.#toAll((name) => {
      this.#databases.reset(name, image)
      this.#live.forget(name)
    })
  }

  /**
   * Keeps what a world is now under a name, in place of any other.
   *
   * @throws ApiError when there are too many snapshots, or they would take too much.
   */
  snapshot(world: string, name: string): void {
    this.snapshots.save(name, this.image(world))
  }

  /** What a world is now; it is made where there is none yet. */
  image(world: string): Buffer {
    void this.world(world).db
    return this.#databases.get(world).image()
  }

  /** Deletes a world; the next call that names it gets a new one. */
  remove(name: string): void {
    this.#databases.remove(name)
    this.#live.remove(name)
    this.#lifetimes.forget(name)
  }

  /** Deletes every world there is, a world a step. */
  *removingAll(): Steps<AllWorldsResult> {
    return yield* this.#toAll((name) => this.remove(name))
  }

  /** Throws when calls of this world could not be answered, or nothing be stored of them. Makes no world. */
  refuseUnready(name: string): void {
    const world = this.world(name)
    world.readable.pragma('schema_version')
    if (world.isCreated) this.#databases.get(name).refuseUnready()
    const { directory } = this.#options
    if (directory !== undefined) accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK)
  }

  close(): void {
    this.#live.close()
    this.#storage.close()
  }

  #create(name: string, { from, ttl }: Omit<NewWorld, 'name'>): World {
    if (this.has(name)) throw new ApiError('control.world-taken', { detail: name })
    const world = this.#live.wake(name, this.#origins.imageOf(from))
    if (ttl !== undefined) this.#lifetimes.begin(name, ttl)
    return world
  }

  *#toAll(work: (name: string) => void): Steps<AllWorldsResult> {
    return { ...(yield* forAllWorlds(this.names(), work)), strays: this.#databases.strays() }
  }

  /** Ends a world whose time is over. Where that fails, no other call is to fail with it: the next one tries again. */
  #end(name: string): void {
    try {
      this.remove(name)
    } catch {
      // Its file cannot be deleted now.
    }
  }
}
