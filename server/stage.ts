import type { Steps } from '../db/steps.ts'
import { Worlds } from '../db/worlds.ts'
import { Clock } from './domain/clock.ts'
import { Problem } from './domain/problems.ts'
import { RuleBook } from './domain/rule.ts'
import { defaultWorld } from './domain/world-name.ts'
import { JournalShelf } from './journal/journal.ts'
import { Lifetimes } from './lifetimes.ts'
import { SnapshotShelf } from './snapshot-shelf.ts'
import type { NewWorld, Origin, StageOptions } from './stage-options.ts'
import { World } from './world.ts'

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
  /** The names of those that a call has named, also while nobody has used them since they were reset. */
  readonly #known = new Set<string>()
  readonly #lifetimes: Lifetimes
  #named = 0

  constructor(options: StageOptions) {
    const { directory, image, rules, mostOpen, journal } = options
    this.#options = options
    this.journals = new JournalShelf(journal)
    this.#databases = new Worlds({ directory, image, mostOpen })
    this.snapshots = new SnapshotShelf(directory === undefined ? undefined : `${directory}/snapshots`, options)
    this.#lifetimes = new Lifetimes((name) => this.remove(name), {
      machine: options.machine,
      file: directory === undefined ? undefined : `${directory}/lifetimes.json`,
    })
    this.rules = new RuleBook(rules)
  }

  /**
   * The world of that name, brought to life from the seed when nobody has asked for it before.
   *
   * @throws Problem when there are too many worlds.
   */
  world(name: string): World {
    this.#lifetimes.use(name)
    return this.#worlds.get(name) ?? this.#wake(name)
  }

  /** The rules that a world plays by, without bringing it to life. */
  rulesOf(name: string): RuleBook {
    return this.#worlds.get(name)?.rules ?? this.rules
  }

  /** Characters that the faults of all worlds take together. */
  faultLetters(): number {
    let letters = 0
    for (const { faults } of this.#worlds.values()) if (!faults.isEmpty) letters += faults.letters
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
  async prepare(from: Origin | undefined): Promise<void> {
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
    const world = this.#wake(name, this.#imageOf(from))
    if (ttl !== undefined) this.#lifetimes.begin(name, ttl)
    return world
  }

  /** Gives the world the state of its origin, or of the seed, that origin's clock, and a new journal. */
  reset(name: string, from?: Origin): World {
    this.#refuseTooMany(name)
    const image = this.#imageOf(from)
    this.#forget(name)
    this.#databases.reset(name, image)
    return this.world(name)
  }

  /** The same for every world there is, of one origin as it is now, a world a step; gives their names. */
  *resettingAll(from?: Origin): Steps<readonly string[]> {
    const image = this.#imageOf(from)
    const names = this.names()
    for (const name of names) {
      this.#forget(name)
      this.#databases.reset(name, image)
      yield
    }
    return names
  }

  /**
   * Keeps what a world is now under a name, in place of any other.
   *
   * @throws Problem when there are too many snapshots, or they would take too much.
   */
  snapshot(world: string, name: string): void {
    this.snapshots.save(name, this.image(world))
  }

  /** What a world is now. */
  image(world: string): Buffer {
    this.world(world)
    return this.#databases.get(world).image()
  }

  /** Deletes a world; the next call that names it gets a new one. */
  remove(name: string): void {
    this.#forget(name)
    this.#known.delete(name)
    this.#lifetimes.forget(name)
    this.#databases.remove(name)
  }

  /** Deletes every world, a world a step; gives their names. */
  *removingAll(): Steps<readonly string[]> {
    const names = this.names()
    for (const name of names) {
      this.remove(name)
      yield
    }
    return names
  }

  close(): void {
    this.#worlds.clear()
    this.#databases.close()
  }

  #wake(name: string, image?: Buffer): World {
    const { rules, features, limits, clock = () => new Clock() } = this.#options
    this.#refuseTooMany(name)
    const database = this.#databases.get(name, image)
    const world = new World({
      name,
      database: () => database.get(),
      clock: clock(),
      journal: this.journals.open(name),
      ...(rules && { rules }),
      ...(features && { features }),
      ...(limits && { limits }),
    })
    this.#worlds.set(name, world)
    this.#known.add(name)
    return world
  }

  #refuseTooMany(name: string): void {
    const { mostWorlds = 10_000 } = this.#options
    if (this.#known.has(name) || this.#known.size < mostWorlds) return
    throw new Problem('request.worlds', { detail: `${mostWorlds} at most` })
  }

  /** Lets go of a world as it was, and ends its journal. */
  #forget(name: string): void {
    this.#worlds.get(name)?.journal.close()
    this.#worlds.delete(name)
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
    let name = `world-${++this.#named}`
    // In steps that grow: earlier processes may have left thousands.
    for (let step = 1; this.has(name); step *= 2) {
      this.#named += step
      name = `world-${this.#named}`
    }
    return name
  }
}
