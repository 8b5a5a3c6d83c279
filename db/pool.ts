import { type Content, isImage, sizeOfContent } from './sharing.ts'
import { SizeBudget, type SizeLimits, unlimited } from './size-budget.ts'
import { WorldDatabase } from './world-database.ts'
import { type StrayFile, WorldFiles } from './world-files.ts'

/** Where worlds are stored, and what new ones are copies of. */
export interface DatabasePoolOptions {
  /** A directory with one file per world; in memory when absent. */
  readonly directory?: string | undefined
  /** Tells which names a world, and so its file, may have; any when absent. */
  readonly isName?: ((name: string) => boolean) | undefined
  /** The seeded image: a migrated database as `serialize()` returns it. */
  readonly image: Buffer
  /** How many databases may be open; the least recently used are suspended before one more opens. 100 when absent. */
  readonly mostOpen?: number | undefined
  /** The size limits of worlds; when absent, the size that a database in memory can have, each. */
  readonly limits?: SizeLimits | undefined
}

/**
 * One database per world, each a copy of an image. Worlds share nothing; a reset drops the database and copies the
 * image.
 */
export class DatabasePool {
  readonly #worlds = new Map<string, WorldDatabase>()
  readonly #open = new Set<WorldDatabase>()
  readonly #files: WorldFiles | undefined
  /** Bytes of the files that this process has not opened yet. */
  readonly #unopened = new Map<string, number>()
  #image: Buffer
  readonly #mostOpen: number
  /** The bytes that worlds take, and their limits. */
  readonly sizeBudget: SizeBudget

  constructor({ directory, isName = () => true, image, mostOpen = 100, limits = unlimited }: DatabasePoolOptions) {
    this.#image = image
    this.#mostOpen = mostOpen
    this.sizeBudget = new SizeBudget(limits)
    this.#files = directory === undefined ? undefined : new WorldFiles(directory, isName)
    for (const name of this.#files?.names() ?? []) {
      const bytes = this.#files?.bytesOf(name) ?? 0
      this.#unopened.set(name, bytes)
      this.sizeBudget.resize(0, bytes)
    }
  }

  /**
   * Returns the database of a world; creates it with the content, that of the seed when absent, where there is none.
   *
   * @throws StorageFullError when a new one exceeds the limits.
   */
  get(name: string, content: Content = this.#image): WorldDatabase {
    return this.#worlds.get(name) ?? this.#attach(name, content)
  }

  /** Tells whether a world exists, open or suspended. */
  has(name: string): boolean {
    return this.#worlds.has(name) || (this.#files?.has(name) ?? false)
  }

  /** Returns the names of all worlds: open, suspended or in a file. */
  names(): readonly string[] {
    return [...new Set([...this.#worlds.keys(), ...(this.#files?.names() ?? [])])].sort()
  }

  /** Returns the bytes that a world takes; 0 where there is none. */
  bytesOf(name: string): number {
    return this.#worlds.get(name)?.bytes ?? this.#unopened.get(name) ?? 0
  }

  /** Returns the files that are named like a world but cannot be used as one. */
  strays(): readonly StrayFile[] {
    return this.#files?.strays() ?? []
  }

  /** Makes new worlds copies of another image. */
  useImage(image: Buffer): void {
    this.#image = image
  }

  /** Returns the names of the worlds in memory that were made of an image, and whether each was changed since. */
  madeOf(image: Buffer): readonly { readonly name: string; readonly isChanged: boolean }[] {
    return [...this.#worlds].flatMap(([name, world]) =>
      world.isMadeOf(image) ? [{ name, isChanged: world.isChanged }] : [],
    )
  }

  /**
   * Replaces the content of a world, by the seed's when absent. A failure leaves the world unchanged.
   *
   * @throws StorageFullError
   */
  reset(name: string, content: Content = this.#image): void {
    const isNew = !this.has(name)
    try {
      this.get(name, content).replace(content)
    } catch (error) {
      if (isNew) this.remove(name)
      throw error
    }
  }

  /** Closes and deletes a world; does nothing where there is none. */
  remove(name: string): void {
    if (!this.has(name)) return
    const world = this.get(name)
    world.remove()
    this.#open.delete(world)
    this.#worlds.delete(name)
    this.#files?.forget(name)
  }

  /** Closes every database; files keep their content. */
  close(): void {
    for (const world of this.#open) world.close()
    this.#open.clear()
    this.#worlds.clear()
  }

  #attach(name: string, content: Content): WorldDatabase {
    const path = this.#files?.claim(name)
    const existingBytes = this.#files?.bytesOf(name)
    if (existingBytes === undefined) this.sizeBudget.check(name, 0, sizeOfContent(content))
    // What reads the database of another world takes no room of its own.
    const bytes = existingBytes ?? (isImage(content) ? content.length : 0)
    this.sizeBudget.resize(this.#unopened.get(name) ?? 0, bytes)
    this.#unopened.delete(name)
    const onOpen = (): void => this.#suspendIdle(world)
    const world = new WorldDatabase({ name, content, path, sizeBudget: this.sizeBudget, bytes, onOpen })
    this.#worlds.set(name, world)
    return world
  }

  /**
   * Suspends the least recently used worlds at the limit, a quarter of them at once so that not every opening searches.
   */
  #suspendIdle(opening: WorldDatabase): void {
    if (this.#open.size >= this.#mostOpen) {
      const byUse = [...this.#open].sort((one, other) => one.lastUse - other.lastUse)
      for (const world of byUse.slice(0, Math.ceil(this.#mostOpen / 4))) {
        world.suspend()
        this.#open.delete(world)
      }
    }
    this.#open.add(opening)
  }
}
