import { PooledDatabase } from './pooled-database.ts'
import { SizeBudget, type SizeLimits, unlimited } from './size-budget.ts'
import { type Stray, WorldFiles } from './world-files.ts'

/** Where worlds live, and what a new one is a copy of. */
export interface DatabasePoolOptions {
  /** A directory for one file per world; all in memory when absent. */
  readonly directory?: string | undefined
  /** Which names a world may have, and so its file; any when absent. */
  readonly isName?: ((name: string) => boolean) | undefined
  /** The seeded image, an up-to-date database as `serialize()` gives it. */
  readonly image: Buffer
  /** How many may be open at once; who is longest unused is put to rest before one more opens. 100 when absent. */
  readonly mostOpen?: number | undefined
  /** What they may take; what a database in memory can hold, each, when absent. */
  readonly limits?: SizeLimits | undefined
}

/** One database per world, each a fork of one image: they share nothing, and a reset is a drop and a fork. */
export class DatabasePool {
  readonly #worlds = new Map<string, PooledDatabase>()
  readonly #open = new Set<PooledDatabase>()
  readonly #files: WorldFiles | undefined
  /** Bytes of the files that nobody has asked for yet. */
  readonly #unused = new Map<string, number>()
  readonly #image: Buffer
  readonly #mostOpen: number
  /** What they take, and may take. */
  readonly room: SizeBudget

  constructor({ directory, isName = () => true, image, mostOpen = 100, limits = unlimited }: DatabasePoolOptions) {
    this.#image = image
    this.#mostOpen = mostOpen
    this.room = new SizeBudget(limits)
    this.#files = directory === undefined ? undefined : new WorldFiles(directory, isName)
    for (const name of this.#files?.names() ?? []) {
      const bytes = this.#files?.bytesOf(name) ?? 0
      this.#unused.set(name, bytes)
      this.room.move(0, bytes)
    }
  }

  /**
   * The world's database; a world that nobody has named before comes to life from the image, or from another one.
   *
   * @throws StorageFullError when there is no room for one more.
   */
  get(name: string, image: Buffer = this.#image): PooledDatabase {
    return this.#worlds.get(name) ?? this.#meet(name, image)
  }

  /** Whether there is such a world, open or at rest. */
  has(name: string): boolean {
    return this.#worlds.has(name) || (this.#files?.has(name) ?? false)
  }

  /** Every world there is, open, at rest or in a file. */
  names(): readonly string[] {
    return [...new Set([...this.#worlds.keys(), ...(this.#files?.names() ?? [])])].sort()
  }

  /** What is named as a world's file is, and is none. */
  strays(): readonly Stray[] {
    return this.#files?.strays() ?? []
  }

  /**
   * Makes the world what an image is, whatever it was: the seed's when none is given. When that fails it is what it was.
   *
   * @throws StorageFullError
   */
  reset(name: string, image: Buffer = this.#image): void {
    const isNew = !this.has(name)
    try {
      this.get(name, image).replace(image)
    } catch (error) {
      if (isNew) this.remove(name)
      throw error
    }
  }

  /** Closes and deletes the world; nothing when there is none. */
  remove(name: string): void {
    if (!this.has(name)) return
    const world = this.get(name)
    world.remove()
    this.#open.delete(world)
    this.#worlds.delete(name)
    this.#files?.forget(name)
  }

  /** Closes every database; files keep what they have. */
  close(): void {
    for (const world of this.#open) world.close()
    this.#open.clear()
    this.#worlds.clear()
  }

  #meet(name: string, image: Buffer): PooledDatabase {
    const path = this.#files?.claim(name)
    const there = this.#files?.bytesOf(name)
    if (there === undefined) this.room.check(name, 0, image.length)
    const bytes = there ?? image.length
    this.room.move(this.#unused.get(name) ?? 0, bytes)
    this.#unused.delete(name)
    const opening = (world: PooledDatabase): void => this.#makeRoom(world)
    const world = new PooledDatabase({ name, image, path, room: this.room, bytes, opening })
    this.#worlds.set(name, world)
    return world
  }

  /** Puts the longest unused worlds to rest, a few at once so that not every opening has to look. */
  #makeRoom(opening: PooledDatabase): void {
    if (this.#open.size >= this.#mostOpen) {
      const byUse = [...this.#open].sort((one, other) => one.used - other.used)
      for (const world of byUse.slice(0, Math.ceil(this.#mostOpen / 4))) {
        world.rest()
        this.#open.delete(world)
      }
    }
    this.#open.add(opening)
  }
}
