import { lstatSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { reasonForeign } from './recognize-file.ts'
import { UnusableDatabaseError } from './errors.ts'

const ending = '.sqlite'

/** What is named as a world's file is, and is none, with the reason. */
export interface Stray {
  readonly name: string
  readonly reason: string
}

/** The files of worlds in a directory: what is named otherwise, or is none of this server's databases, is no world. */
export class WorldFiles {
  readonly #directory: string
  readonly #isName: (name: string) => boolean
  /** Those that may be open, which are not looked into again: that would end SQLite's locks on them. */
  readonly #ours = new Set<string>()
  /** What files were when they were found to be worlds; those that have not changed need not be looked into. */
  readonly #seen = new Map<string, string>()

  constructor(directory: string, isName: (name: string) => boolean) {
    this.#directory = directory
    this.#isName = isName
    mkdirSync(directory, { recursive: true })
  }

  /**
   * Where the world of that name is, or will be; its file is this server's from now on.
   *
   * @throws UnusableDatabaseError when something else stands there.
   */
  claim(name: string): string {
    const reason = this.#whyNone(name)
    if (reason !== undefined) throw new UnusableDatabaseError(reason, name + ending)
    this.#ours.add(name)
    return this.#pathOf(name)
  }

  /** Lets go of a world that is deleted. */
  forget(name: string): void {
    this.#ours.delete(name)
    this.#seen.delete(name)
  }

  /** Whether there is a world of that name. */
  has(name: string): boolean {
    return lstatSync(this.#pathOf(name), { throwIfNoEntry: false }) !== undefined && this.#whyNone(name) === undefined
  }

  /** Bytes of the file of that name; undefined when there is none. */
  bytesOf(name: string): number | undefined {
    return statSync(this.#pathOf(name), { throwIfNoEntry: false })?.size
  }

  /** The names of all worlds that have a file. */
  names(): readonly string[] {
    return this.#named().filter((name) => this.#whyNone(name) === undefined)
  }

  /** What is no world, though it is named like one. */
  strays(): readonly Stray[] {
    return this.#named().flatMap((name) => {
      const reason = this.#whyNone(name)
      return reason === undefined ? [] : [{ name: name + ending, reason }]
    })
  }

  #pathOf(name: string): string {
    return join(this.#directory, name + ending)
  }

  #named(): readonly string[] {
    return readdirSync(this.#directory)
      .filter((file) => file.endsWith(ending))
      .map((file) => file.slice(0, -ending.length))
  }

  #whyNone(name: string): string | undefined {
    if (!this.#isName(name)) return 'no world has such a name'
    if (this.#ours.has(name)) return undefined
    const file = statSync(this.#pathOf(name), { throwIfNoEntry: false })
    const seen = file && `${file.ino} ${file.size} ${file.mtimeMs}`
    if (seen !== undefined && this.#seen.get(name) === seen) return undefined
    const reason = reasonForeign(this.#pathOf(name))
    if (seen !== undefined && reason === undefined) this.#seen.set(name, seen)
    return reason
  }
}
