import { readdirSync, statSync } from 'node:fs'
import { join, parse } from 'node:path'
import { ApiError } from '../domain/errors/api-errors.ts'
import { Clock } from '../domain/time/clock.ts'
import { SeedFileError } from './errors.ts'
import { builtInSeeds, seededImage, seededImageInSlices } from './image.ts'

/** The name of the seed that a server's worlds begin with, unless they are made of another. */
export const defaultSeed = 'default'

/** What a directory's worlds begin with when it has no `default`. */
const otherwise = 'small'

/** The seeds of a server by their names: the built-in ones, those of its directory, and `default`. */
export class SeedStore {
  readonly #seed: string
  readonly #clock: () => Clock
  readonly #images = new Map<string, { readonly version: string; readonly image: Buffer }>()
  /** Those that are being made. */
  readonly #making = new Map<string, Promise<Buffer>>()

  /**
   * @param seed A built-in seed, a YAML or JSON file, or a directory of such files.
   * @param clock Says when a seed is made into an image.
   */
  constructor(seed: string, clock = () => new Clock()) {
    this.#seed = seed
    this.#clock = clock
  }

  /**
   * The names of all seeds, the server's first.
   *
   * @throws ApiError where two files have come to have one name.
   */
  names(): readonly string[] {
    return orProblem(() => [...new Set([defaultSeed, ...this.#files().keys(), ...builtInSeeds])])
  }

  /**
   * The image of a seed; a file is read again when it has changed.
   *
   * @throws SeedFileError
   */
  image(name = defaultSeed): Buffer {
    const seed = this.#seedOf(name)
    const version = versionOf(seed)
    const known = this.#images.get(name)
    if (known?.version === version) return known.image
    return this.#keep(name, version, seededImage(seed, this.#clock()))
  }

  /**
   * Makes the image of a seed that a call has named while others have their turn, so that `named` has it.
   *
   * @throws ApiError as `named` does.
   */
  async prepare(name: string): Promise<void> {
    try {
      const seed = this.#seedOf(name)
      const version = versionOf(seed)
      if (this.#images.get(name)?.version === version) return
      const making = this.#making.get(name) ?? seededImageInSlices(seed, this.#clock())
      this.#making.set(name, making)
      this.#keep(name, version, await making)
    } catch (error) {
      throw problemOf(error)
    } finally {
      this.#making.delete(name)
    }
  }

  /**
   * The same for a seed that a call has named.
   *
   * @throws ApiError with the same words.
   */
  named(name: string): Buffer {
    return orProblem(() => this.image(name))
  }

  #seedOf(name: string): string {
    const seed = this.#files().get(name) ?? builtInSeeds.find((one) => one === name)
    if (seed !== undefined) return seed
    throw new SeedFileError(name, `there is none of that name, but ${this.names().join(', ')}`)
  }

  #keep(name: string, version: string, image: Buffer): Buffer {
    this.#images.set(name, { version, image })
    return image
  }

  /** Seeds by name as `seededImage` takes them, less the built-in ones. */
  #files(): ReadonlyMap<string, string> {
    const seed = this.#seed
    if (builtInSeeds.some((name) => name === seed)) return new Map([[defaultSeed, seed]])
    if (!statSync(seed, { throwIfNoEntry: false })?.isDirectory()) {
      return new Map([
        [defaultSeed, seed],
        [parse(seed).name, seed],
      ])
    }
    const files = new Map<string, string>([[defaultSeed, otherwise]])
    for (const file of seedFilesIn(seed)) {
      const { name } = parse(file)
      const other = files.get(name)
      if (other !== undefined && other !== otherwise) throw new SeedFileError(file, `${other} has the same name`)
      files.set(name, file)
    }
    return files
  }
}

const problemOf = (error: unknown): unknown =>
  error instanceof SeedFileError ? new ApiError('control.seed', { message: error.message }) : error

/** What the work gives, or its refusal as an answer. */
function orProblem<Result>(work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    throw problemOf(error)
  }
}

/** The YAML and JSON files of a directory, by name. */
export const seedFilesIn = (directory: string): readonly string[] =>
  readdirSync(directory)
    .filter((file) => /\.(ya?ml|json)$/i.test(file))
    .sort()
    .map((file) => join(directory, file))

/** Changes when a file does. */
function versionOf(seed: string): string {
  const file = statSync(seed, { throwIfNoEntry: false })
  return file === undefined ? '' : `${file.mtimeMs} ${file.size}`
}
