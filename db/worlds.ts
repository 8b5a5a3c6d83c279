import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { WorldDatabase } from './world-database.ts'

/** Where worlds live, and what a new one is a copy of. */
export interface WorldsOptions {
  /** A directory for one file per world; all in memory when absent. */
  readonly directory?: string | undefined
  /** The seeded image, an up-to-date database as `serialize()` gives it. */
  readonly image: Buffer
  /** How many may be open at once; who is longest unused is put to rest before one more opens. 100 when absent. */
  readonly mostOpen?: number | undefined
}

const ending = '.sqlite'

/** One database per world, each a fork of one image: they share nothing, and a reset is a drop and a fork. */
export class Worlds {
  readonly #worlds = new Map<string, WorldDatabase>()
  readonly #open = new Set<WorldDatabase>()
  readonly #directory: string | undefined
  readonly #image: Buffer
  readonly #mostOpen: number

  constructor({ directory, image, mostOpen = 100 }: WorldsOptions) {
    this.#directory = directory
    this.#image = image
    this.#mostOpen = mostOpen
    if (directory !== undefined) mkdirSync(directory, { recursive: true })
  }

  /** The world's database; a world that nobody has named before comes to life from the image, or from another one. */
  get(name: string, image: Buffer = this.#image): WorldDatabase {
    const known = this.#worlds.get(name)
    if (known !== undefined) return known
    const path = this.#directory === undefined ? undefined : join(this.#directory, name + ending)
    const world = new WorldDatabase(image, path, (opening) => this.#makeRoom(opening))
    this.#worlds.set(name, world)
    return world
  }

  /** Whether there is such a world, open or at rest. */
  has(name: string): boolean {
    return this.#worlds.has(name) || this.#files().includes(name)
  }

  /** Every world there is, open, at rest or in a file. */
  names(): readonly string[] {
    return [...new Set([...this.#worlds.keys(), ...this.#files()])].sort()
  }

  /** Makes the world what an image is, whatever it was: the seed's when none is given. */
  reset(name: string, image: Buffer = this.#image): void {
    this.get(name).replace(image)
  }

  /** Closes and deletes the world. */
  remove(name: string): void {
    const world = this.get(name)
    world.remove()
    this.#open.delete(world)
    this.#worlds.delete(name)
  }

  /** Lets go of a world that could not be opened; a file of that name stays. */
  leave(name: string): void {
    const world = this.#worlds.get(name)
    if (world === undefined) return
    world.close()
    this.#open.delete(world)
    this.#worlds.delete(name)
  }

  /** Closes every database; files keep what they have. */
  close(): void {
    for (const world of this.#open) world.close()
    this.#open.clear()
    this.#worlds.clear()
  }

  #files(): readonly string[] {
    const stored = this.#directory === undefined ? [] : readdirSync(this.#directory)
    return stored.filter((file) => file.endsWith(ending)).map((file) => file.slice(0, -ending.length))
  }

  /** Puts the longest unused worlds to rest, a few at once so that not every opening has to look. */
  #makeRoom(opening: WorldDatabase): void {
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
