import type { IncrementalTask } from '#db/incremental-task.ts'
import type { DatabasePool } from '#db/pool.ts'
import type { SizeBudget } from '#db/size-budget.ts'
import { RuleEngine } from '../domain/rules/rule-engine.ts'
import { JournalStore } from '../journal/journal-store.ts'
import { type AllWorldsResult, forAllWorlds } from './all-worlds.ts'
import { type CreatedWorld, WorldCreation } from './create-world.ts'
import type { WorldExpiry } from './expiry.ts'
import { LiveWorlds, type WorldsInMemory } from './live-worlds.ts'
import type { NewWorld, WorldRegistryOptions } from './options.ts'
import type { SnapshotStore } from './snapshot-store.ts'
import type { World } from './world.ts'
import { WorldImages } from './world-images.ts'
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
  /** Reads the seeds, snapshots and worlds that worlds are copies of. */
  readonly sources: WorldSources
  /** The content of worlds, as images. */
  readonly images: WorldImages
  /** The worlds that are in memory. */
  readonly inMemory: WorldsInMemory
  readonly #options: WorldRegistryOptions
  readonly #databases: DatabasePool
  readonly #live: LiveWorlds
  readonly #expiry: WorldExpiry
  readonly #storage: Storage
  /** Resets worlds, whole or in part. */
  readonly resets: WorldResets
  readonly #creation: WorldCreation

  /** @throws DirectoryInUseError when another server uses the directory. */
  constructor(options: WorldRegistryOptions) {
    const { rules, journal, seeds } = options
    this.#options = options
    this.journals = new JournalStore(journal)
    this.rules = new RuleEngine(rules)
    this.#storage = openStorage(options, (name) => this.#removeExpired(name))
    const { databases, snapshots, expiry } = this.#storage
    this.#databases = databases
    this.#expiry = expiry
    this.snapshots = snapshots
    this.#live = new LiveWorlds(options, this.journals, databases)
    this.inMemory = this.#live
    const hasWorld = (name: string): boolean => this.has(name)
    this.sources = new WorldSources({ image: options.image, seeds, snapshots, databases, hasWorld })
    const { events } = this.journals
    const parts = { options, databases, live: this.#live, sources: this.sources, hasWorld, events }
    this.images = new WorldImages({ ...parts, snapshots, worldNamed: (name) => this.world(name) })
    this.#creation = new WorldCreation({ ...parts, expiry, remove: (name) => this.remove(name, false) })
    this.resets = new WorldResets({ ...parts, names: () => this.names(), touch: (name) => expiry.touch(name) })
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

  /** Returns the rules of a world. */
  rulesOf(name: string): RuleEngine {
    return this.#live.peek(name)?.rules ?? this.rules
  }

  /** Tells whether a world exists. */
  has(name: string): boolean {
    this.#expiry.sweep()
    return this.#databases.has(name) && !this.#expiry.isExpired(name)
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
   * @throws ApiError when the name is taken or the origin does not exist; what `fill` throws.
   */
  create<Filled = undefined>(
    world: NewWorld,
    fill: (world: World) => Filled = () => undefined as Filled,
  ): CreatedWorld<Filled> {
    return this.#creation.create(world, fill)
  }

  /** Deletes a world; the next request that names it gets a new one. Announces it to who watches, unless it never was one to them. */
  remove(name: string, isAnnounced = true): void {
    this.#databases.remove(name)
    this.#live.remove(name)
    this.#expiry.forget(name)
    if (isAnnounced) this.journals.events.announce(name, 'world', { action: 'deleted' })
  }

  /** Deletes every world, one per step. */
  *removeAll(): IncrementalTask<AllWorldsResult> {
    return { ...(yield* forAllWorlds(this.names(), (name) => this.remove(name))), strays: this.#databases.strays() }
  }

  /** Throws when requests to a world could not be answered or stored. Creates no world. */
  assertReady(name: string): void {
    const world = this.world(name)
    world.readable.pragma('schema_version')
    if (world.isCreated) this.#databases.get(name).assertWritable()
    this.#storage.assertUsable()
  }

  close(): void {
    this.#live.close()
    this.#storage.close()
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
