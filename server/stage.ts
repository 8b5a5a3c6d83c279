import { lockDirectory } from '../db/lock.ts'
import type { Room } from '../db/room.ts'
import type { WorldDatabase } from '../db/world-database.ts'
import { Worlds } from '../db/worlds.ts'
import { Clock } from './domain/clock.ts'
import { Problem } from './domain/problems.ts'
import { RuleBook } from './domain/rule.ts'
import { wellNamed } from './domain/world-name.ts'
import { JournalShelf } from './journal/journal.ts'
import { Lifetimes } from './lifetimes.ts'
import { Origins } from './origins.ts'
import { SnapshotShelf } from './snapshot-shelf.ts'
import type { NewWorld, Origin, StageOptions } from './stage-options.ts'
import { type DoneToAll, toAll } from './to-all.ts'
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
  readonly #lifetimes: Lifetimes
  readonly #origins: Origins
  readonly #unlock: () => void
  #named = 0

  /** @throws DirectoryInUse when another server has its directory. */
  constructor(options: StageOptions) {
    const { directory, image, rules, mostOpen, journal, room } = options
    this.#options = options
    this.journals = new JournalShelf(journal)
    this.rules = new RuleBook(rules)
    this.#unlock = directory === undefined ? () => {} : lockDirectory(directory)
    try {
      const isName = (name: string): boolean => wellNamed.test(name)
      this.#databases = new Worlds({ directory, isName, image, mostOpen, limits: room })
      this.snapshots = new SnapshotShelf(directory === undefined ? undefined : `${directory}/snapshots`, options)
      this.#lifetimes = new Lifetimes((name) => this.#end(name), {
        machine: options.machine,
        file: directory === undefined ? undefined : `${directory}/lifetimes.json`,
      })
    } catch (error) {
      this.#unlock()
      throw error
    }
    const { snapshots } = this
    const hasWorld = (name: string): boolean => this.has(name)
    this.#origins = new Origins({ seeds: options.seeds, snapshots, databases: this.#databases, hasWorld })
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

  /** What worlds take, and may take. */
  get room(): Readonly<Pick<Room, 'taken' | 'world' | 'worlds'>> {
    return this.#databases.room
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
  create({ name, from, ttl }: NewWorld): World {
    const number = name === undefined ? this.#freeNumber() : this.#named
    const chosen = name ?? numbered(number)
    if (this.has(chosen)) throw new Problem('control.world-taken', { detail: chosen })
    const world = this.#wake(chosen, this.#origins.imageOf(from))
    if (ttl !== undefined) this.#lifetimes.begin(chosen, ttl)
    this.#named = number
    return world
  }

  /**
   * Gives the world the state of its origin, or of the seed, that origin's clock, and a new journal. When that is
   * refused it has its state, faults and journal as before.
   */
  reset(name: string, from?: Origin): World {
    this.#lifetimes.use(name)
    this.#refuseTooMany(name)
    this.#databases.reset(name, this.#origins.imageOf(from))
    this.#forget(name)
    return this.#wake(name)
  }

  /** The same for every world there is, of one origin as it is now. */
  resetAll(from?: Origin): DoneToAll {
    const image = this.#origins.imageOf(from)
    return this.#toAll((name) => void this.reset(name, image && { image }))
  }

  /**
   * Keeps what a world is now under a name, in place of any other.
   *
   * @throws Problem when there are too many snapshots, or they would take too much.
   */
  snapshot(world: string, name: string): void {
    this.world(world)
    this.snapshots.save(name, this.#databases.get(world).image())
  }

  /** Deletes a world; the next call that names it gets a new one. */
  remove(name: string): void {
    this.#databases.remove(name)
    this.#forget(name)
    this.#lifetimes.forget(name)
  }

  /** Deletes every world there is. */
  removeAll(): DoneToAll {
    return this.#toAll((name) => this.remove(name))
  }

  /** Throws when calls of this world could not be answered, or nothing be stored of them. */
  refuseUnready(name: string): void {
    this.world(name)
    this.#databases.get(name).refuseUnready()
  }

  close(): void {
    this.#worlds.clear()
    this.#databases.close()
    this.#unlock()
  }

  /** Brings a world to life. One that is new, and cannot be, leaves nothing. */
  #wake(name: string, image?: Buffer): World {
    this.#refuseTooMany(name)
    const isNew = !this.#databases.has(name)
    const database = this.#databases.get(name, image)
    try {
      database.get()
    } catch (error) {
      if (isNew) this.#databases.remove(name)
      throw error
    }
    return this.#begin(name, database)
  }

  #begin(name: string, database: WorldDatabase): World {
    const { rules, features, limits, clock = () => new Clock() } = this.#options
    const world = new World({
      name,
      database: () => database.get(),
      write: (work, isLarge) => database.write(work, isLarge),
      clock: clock(),
      journal: this.journals.open(name),
      ...(rules && { rules }),
      ...(features && { features }),
      ...(limits && { limits }),
    })
    this.#worlds.set(name, world)
    return world
  }

  #toAll(work: (name: string) => void): DoneToAll {
    return { ...toAll(this.names(), work), strays: this.#databases.strays() }
  }

  /** Ends a world whose time is over. Where that fails, no other call is to fail with it: the next one tries again. */
  #end(name: string): void {
    try {
      this.remove(name)
    } catch {
      // Its file cannot be deleted now.
    }
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
  }

  /** The least number that no world without a name of its own has had. */
  #freeNumber(): number {
    let number = this.#named + 1
    while (this.has(numbered(number))) number++
    return number
  }
}

const numbered = (number: number): string => `world-${number}`
