import { accessSync, constants } from 'node:fs'
import type { IncrementalTask } from '#db/incremental-task.ts'
import type { DatabasePool } from '#db/pool.ts'
import type { SizeBudget } from '#db/size-budget.ts'
import { ApiError } from '../domain/errors/api-errors.ts'
import { RuleEngine } from '../domain/rules/rule-engine.ts'
import { checkedNewName } from '../domain/world-name.ts'
import type { Journal } from '../journal/journal.ts'
import { JournalStore } from '../journal/journal-store.ts'
import { type AllWorldsResult, forAllWorlds } from './all-worlds.ts'
import { type CreatedWorld, createWorld } from './create-world.ts'
import type { WorldExpiry } from './expiry.ts'
import type { KeptPart } from './kept-parts.ts'
import { LiveWorlds } from './live-worlds.ts'
import { WorldNameGenerator } from './name-generator.ts'
import type { NewWorld, WorldRegistryOptions, WorldSource } from './options.ts'
import type { SnapshotStore } from './snapshot-store.ts'
import type { World } from './world.ts'
import { copyOf, type WorldCopy } from './world-copy.ts'
import { WorldResets } from './world-resets.ts'
import { WorldSources } from './world-sources.ts'
import { openStorage, type Storage } from './world-storage.ts'

/** The worlds of a server, and their snapshots. */
export class WorldRegistry {
  /** The rules of a world without settings of its own. */
  readonly rules: RuleEngine
  readonly snapshots: SnapshotStore
  /** The journals of all worlds. */
  readonly journals: JournalStore
  readonly #options: WorldRegistryOptions
  #image: Buffer
  readonly #databases: DatabasePool
  readonly #live: LiveWorlds
  readonly #expiry: WorldExpiry
  readonly #sources: WorldSources
  readonly #storage: Storage
  /** Resets worlds, whole or in part. */
  readonly resets: WorldResets
  readonly #freeNames = new WorldNameGenerator((name) => this.has(name))

  /** @throws DirectoryInUseError when another server uses the directory. */
  constructor(options: WorldRegistryOptions) {
    const { rules, journal, seeds } = options
    this.#options = options
    this.#image = options.image
    this.journals = new JournalStore(journal)
    this.rules = new RuleEngine(rules)
    this.#storage = openStorage(options, (name) => this.#removeExpired(name))
    const { databases, snapshots, expiry } = this.#storage
    this.#databases = databases
    this.#expiry = expiry
    this.snapshots = snapshots
    this.#live = new LiveWorlds(options, this.journals, databases)
    this.#sources = new WorldSources({ seeds, snapshots, databases, hasWorld: (name) => this.has(name) })
    this.resets = new WorldResets({
      options,
      databases,
      live: this.#live,
      sources: this.#sources,
      hasWorld: (name) => this.has(name),
      names: () => this.names(),
      touch: (name) => this.#expiry.touch(name),
      events: this.journals.events,
    })
  }

  /**
   * Returns the world of a name. An uncreated world is created from the seed when its data is first accessed, not
   * before: a refused request creates nothing. That access throws an ApiError when there are too many worlds, or for a
   * name that no world may have.
   */
  world(name: string): World {
    this.#expiry.touch(name)
    return this.#live.get(name)
  }

  /** Whether requests to worlds that nobody has made are refused. */
  get isStrict(): boolean {
    return this.#options.mode === 'strict'
  }

  /** Returns a world that is in memory, without looking for it in files. */
  peek(name: string): World | undefined {
    return this.#live.peek(name)
  }

  /** Returns the rules of a world. */
  rulesOf(name: string): RuleEngine {
    return this.#live.peek(name)?.rules ?? this.rules
  }

  /** Returns the journals of uncreated worlds, the least recently named first. */
  uncreatedJournals(): readonly Journal[] {
    return this.#live.uncreatedJournals()
  }

  /** Returns the characters that the faults and stubs of all worlds take as JSON. */
  heldCharacters(): number {
    return this.#live.heldCharacters()
  }

  /** Tells whether a world exists. */
  has(name: string): boolean {
    this.#expiry.sweep()
    return this.#databases.has(name) && !this.#expiry.isExpired(name)
  }

  /** Loads the code that builds seeds; before that no seed but the server's is available. */
  async loadSeeds(): Promise<void> {
    await this.#options.seeds?.load?.()
  }

  /** Prepares the origin of new worlds in slices: building the image of a seed takes a while. */
  async prepare(from: WorldSource | undefined): Promise<void> {
    if (from !== undefined && 'seed' in from) await this.#options.seeds?.prepare(from.seed)
  }

  /** Returns the names of all seeds, the server's first. */
  seeds(): readonly string[] {
    return this.#options.seeds?.names() ?? []
  }

  /** Returns the names of all worlds. */
  names(): readonly string[] {
    this.#expiry.sweep()
    return this.#databases.names().filter((name) => !this.#expiry.isExpired(name))
  }

  /** The bytes that worlds take, and their limits. */
  get sizeBudget(): Readonly<Pick<SizeBudget, 'taken' | 'world' | 'worlds'>> {
    return this.#databases.sizeBudget
  }

  /** Returns the time to live of a world in seconds; undefined where it has none. */
  ttlOf(name: string): number | undefined {
    return this.#expiry.ttlOf(name)
  }

  /**
   * Creates a world and fills it. A world that cannot be filled is deleted again.
   *
   * @param fill What is done to the new world.
   * @throws ApiError when the name is taken or the origin does not exist; what `fill` throws.
   */
  create<Filled = undefined>(
    { name, ...options }: NewWorld,
    fill: (world: World) => Filled = () => undefined as Filled,
  ): CreatedWorld<Filled> {
    if (name !== undefined) return this.#create(checkedNewName(name), options, fill)
    return this.#freeNames.use((free) => this.#create(free, options, fill))
  }

  /** Resets a world to an origin, the seed when absent, except for parts to keep. */
  reset(name: string, from?: WorldSource, keep?: readonly KeptPart[]): World {
    return this.resets.one(name, from, keep)
  }

  /** Replaces the image that new worlds are copies of, if it is the former, and returns the worlds made of that. */
  replaceImage(former: Buffer, image: Buffer): ReturnType<DatabasePool['madeOf']> {
    if (former === this.#image) {
      this.#image = image
      this.#databases.useImage(image)
      this.#live.useImage(image)
    }
    return this.#databases.madeOf(former)
  }

  /**
   * Stores the current state of a world as a snapshot of it and replaces any other of that name.
   *
   * @throws ApiError when the snapshots would exceed their limits.
   */
  snapshot(world: string, name: string): void {
    this.snapshots.save({ world, name }, this.image(world))
  }

  /** Returns the image of a source; of the server's seed when absent. Throws an ApiError where it is not there. */
  sourceImage(from?: WorldSource): Buffer {
    return this.#sources.imageOf(from) ?? this.#image
  }

  /** Returns the current state of a world as an image; creates an uncreated world. */
  image(world: string): Buffer {
    void this.world(world).db
    return this.#databases.get(world).image()
  }

  /** Returns a copy of a world to try something in; undefined where the world takes more bytes than that. */
  copy(name: string, maxBytes: number): WorldCopy | undefined {
    const world = this.world(name)
    const image = (): Buffer => (world.isCreated ? this.#databases.get(name).image() : this.#image)
    return copyOf(world, image, { ...this.#options, maxBytes })
  }

  /** Deletes a world; the next request that names it gets a new one. */
  remove(name: string): void {
    this.#drop(name)
    this.journals.events.announce(name, 'world', { action: 'deleted' })
  }

  /** Deletes every world, one per step. */
  *removeAll(): IncrementalTask<AllWorldsResult> {
    return yield* this.#toAll((name) => this.remove(name))
  }

  /** Throws when requests to a world could not be answered or stored. Creates no world. */
  assertReady(name: string): void {
    const world = this.world(name)
    world.readable.pragma('schema_version')
    if (world.isCreated) this.#databases.get(name).assertWritable()
    const { directory } = this.#options
    if (directory !== undefined) accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK)
  }

  close(): void {
    this.#live.close()
    this.#storage.close()
  }

  #create<Filled>(
    name: string,
    { from, ttl }: Omit<NewWorld, 'name'>,
    fill: (world: World) => Filled,
  ): CreatedWorld<Filled> {
    if (this.has(name)) throw new ApiError('control.world-taken', { detail: name })
    const image = this.#sources.imageOf(from)
    return createWorld({ live: this.#live, expiry: this.#expiry, remove: this.#drop }, { name, ttl, image, from }, fill)
  }

  readonly #drop = (name: string): void => {
    this.#databases.remove(name)
    this.#live.remove(name)
    this.#expiry.forget(name)
  };

  *#toAll(work: (name: string) => void): IncrementalTask<AllWorldsResult> {
    return { ...(yield* forAllWorlds(this.names(), work)), strays: this.#databases.strays() }
  }

  /** Deletes an expired world. A failure must not fail the request that noticed it: a later one tries again. */
  #removeExpired(name: string): void {
    try {
      this.remove(name)
    } catch {
      // Its file cannot be deleted now.
    }
  }
}
