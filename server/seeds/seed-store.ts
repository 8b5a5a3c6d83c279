import { readdirSync, statSync } from 'node:fs'
import { join, parse } from 'node:path'
import { ApiError } from '../domain/errors/api-errors.ts'
import { Clock } from '../domain/time/clock.ts'
import { SeedFileError } from './errors.ts'
import { builtInSeeds, seededImage, seededImageInSlices } from './image.ts'

/** The name of the seed that worlds are made from by default. */
export const defaultSeed = 'default'

/** The default seed of a directory that has none of that name. */
const fallbackSeed = 'small'

/** The seeds of a server by name: the built-in ones, those of its directory, and `default`. */
export class SeedStore {
  readonly #seed: string
  readonly #clock: () => Clock
  readonly #images = new Map<string, { readonly version: string; readonly image: Buffer }>()
  /** Images that are being made. */
  readonly #building = new Map<string, Promise<Buffer>>()

  /**
   * @param seed The name of a built-in seed, a YAML or JSON file, or a directory of them.
   * @param clock The time of seeding, for each image.
   */
  constructor(seed: string, clock = () => new Clock()) {
    this.#seed = seed
    this.#clock = clock
  }

  /**
   * Returns the names of all seeds, the server's first.
   *
   * @throws ApiError where two files have the same name.
   */
  names(): readonly string[] {
    return orApiError(() => [...new Set([defaultSeed, ...this.#files().keys(), ...builtInSeeds])])
  }

  /**
   * Returns the image of a seed. A file that has changed is read again.
   *
   * @throws SeedFileError
   */
  image(name = defaultSeed): Buffer {
    const seed = this.#seedOf(name)
    const version = versionOf(seed)
    const cached = this.#images.get(name)
    if (cached?.version === version) return cached.image
    return this.#cache(name, version, seededImage(seed, this.#clock()))
  }

  /**
   * Makes the image of a seed in time slices and caches it for `named`.
   *
   * @throws ApiError where the seed is unknown or refused.
   */
  async prepare(name: string): Promise<void> {
    try {
      const seed = this.#seedOf(name)
      const version = versionOf(seed)
      if (this.#images.get(name)?.version === version) return
      const building = this.#building.get(name) ?? seededImageInSlices(seed, this.#clock())
      this.#building.set(name, building)
      this.#cache(name, version, await building)
    } catch (error) {
      throw apiErrorOf(error)
    } finally {
      this.#building.delete(name)
    }
  }

  /**
   * Returns the image of a seed that a call refers to.
   *
   * @throws ApiError where the seed is unknown or refused.
   */
  named(name: string): Buffer {
    return orApiError(() => this.image(name))
  }

  /** Returns the images that were made so far, by the names of their seeds. */
  made(): ReadonlyMap<string, Buffer> {
    return new Map([...this.#images].map(([name, { image }]) => [name, image]))
  }

  #seedOf(name: string): string {
    const seed = this.#files().get(name) ?? builtInSeeds.find((one) => one === name)
    if (seed !== undefined) return seed
    throw new SeedFileError(name, `there is none of that name, but ${this.names().join(', ')}`)
  }

  #cache(name: string, version: string, image: Buffer): Buffer {
    this.#images.set(name, { version, image })
    return image
  }

  /** Returns the files and built-in seeds by name, as `seededImage` takes them. */
  #files(): ReadonlyMap<string, string> {
    const seed = this.#seed
    if (builtInSeeds.some((name) => name === seed)) return new Map([[defaultSeed, seed]])
    if (!statSync(seed, { throwIfNoEntry: false })?.isDirectory()) {
      return new Map([
        [defaultSeed, seed],
        [parse(seed).name, seed],
      ])
    }
    const files = new Map<string, string>([[defaultSeed, fallbackSeed]])
    for (const file of seedFilesIn(seed)) {
      const { name } = parse(file)
      const other = files.get(name)
      if (other !== undefined && other !== fallbackSeed) throw new SeedFileError(file, `${other} has the same name`)
      files.set(name, file)
    }
    return files
  }
}

const apiErrorOf = (error: unknown): unknown =>
  error instanceof SeedFileError ? new ApiError('control.seed', { message: error.message }) : error

/** Returns the result of `work`; converts a refused seed to an API error. */
function orApiError<Result>(work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    throw apiErrorOf(error)
  }
}

/** Returns the YAML and JSON files of a directory, sorted by name. */
export const seedFilesIn = (directory: string): readonly string[] =>
  readdirSync(directory)
    .filter((file) => /\.(ya?ml|json)$/i.test(file))
    .sort()
    .map((file) => join(directory, file))

/** Returns a text that changes when a file does. */
function versionOf(seed: string): string {
  const file = statSync(seed, { throwIfNoEntry: false })
  return file === undefined ? '' : `${file.mtimeMs} ${file.size}`
}
