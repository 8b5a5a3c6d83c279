import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Database, openFile, openMemory } from './open.ts'

/** Where worlds live and what a new one is a copy of. */
export interface WorldsOptions {
  /** A directory for one file per world; all in memory when absent. */
  readonly directory?: string | undefined
  /** The seeded image, an up-to-date database as `serialize()` gives it. */
  readonly image: Buffer
}

const ending = '.sqlite'

/** One database per world, each a fork of one image: they share nothing, and a reset is a drop and a fork. */
export class Worlds {
  readonly #open = new Map<string, Database>()
  readonly #directory: string | undefined
  readonly #image: Buffer

  constructor({ directory, image }: WorldsOptions) {
    this.#directory = directory
    this.#image = image
    if (directory !== undefined) mkdirSync(directory, { recursive: true })
  }

  /** The world's database; a world that nobody has named before comes to life from the image. */
  get(name: string): Database {
    const known = this.#open.get(name)
    if (known !== undefined) return known
    const db = this.#directory === undefined ? openMemory(this.#image) : this.#openFile(this.#directory, name)
    this.#open.set(name, db)
    return db
  }

  /** Every world there is, open or in a file. */
  names(): readonly string[] {
    const stored = this.#directory === undefined ? [] : readdirSync(this.#directory)
    const files = stored.filter((file) => file.endsWith(ending)).map((file) => file.slice(0, -ending.length))
    return [...new Set([...this.#open.keys(), ...files])].sort()
  }

  /** Makes the world what the image is, whatever it was. */
  reset(name: string): Database {
    this.#open.get(name)?.close()
    this.#open.delete(name)
    if (this.#directory !== undefined) {
      const path = join(this.#directory, name + ending)
      for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true })
    }
    return this.get(name)
  }

  /** Closes every database; files keep what they have. */
  close(): void {
    for (const db of this.#open.values()) db.close()
    this.#open.clear()
  }

  #openFile(directory: string, name: string): Database {
    const path = join(directory, name + ending)
    if (!existsSync(path)) {
      writeFileSync(`${path}.new`, this.#image)
      renameSync(`${path}.new`, path)
    }
    return openFile(path)
  }
}
