import { lstatSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { makeDirectory } from './directories.ts'
import { UnusableDatabaseError } from './errors.ts'
import { reasonUnrecognized } from './recognize-file.ts'

const extension = '.sqlite'

/** A file that is named like a world's but cannot be used as one, with the reason. */
export interface StrayFile {
  readonly name: string
  readonly reason: string
}

/** The files of worlds in a directory. Files of other names or formats are ignored. */
export class WorldFiles {
  readonly #directory: string
  readonly #isName: (name: string) => boolean
  /** Worlds whose files may be open. Reading such a file again would release SQLite's locks on it. */
  readonly #claimed = new Set<string>()
  /** Fingerprints of the files that were recognized: unchanged files are not read again. */
  readonly #verified = new Map<string, string>()

  constructor(directory: string, isName: (name: string) => boolean) {
    this.#directory = directory
    this.#isName = isName
    makeDirectory(directory)
  }

  /**
   * Returns the path of a world's file, existing or not, and claims it for this server.
   *
   * @throws UnusableDatabaseError when another file has that name.
   */
  claim(name: string): string {
    const reason = this.#reasonUnusable(name)
    if (reason !== undefined) throw new UnusableDatabaseError(reason, name + extension)
    this.#claimed.add(name)
    return this.#pathOf(name)
  }

  /** Releases the claim on a deleted world. */
  forget(name: string): void {
    this.#claimed.delete(name)
    this.#verified.delete(name)
  }

  /** Tells whether a world has a file. */
  has(name: string): boolean {
    return (
      lstatSync(this.#pathOf(name), { throwIfNoEntry: false }) !== undefined && this.#reasonUnusable(name) === undefined
    )
  }

  /** Returns the size of a world's file; undefined where there is none. */
  bytesOf(name: string): number | undefined {
    return statSync(this.#pathOf(name), { throwIfNoEntry: false })?.size
  }

  /** Returns the names of all worlds that have a file. */
  names(): readonly string[] {
    return this.#candidates().filter((name) => this.#reasonUnusable(name) === undefined)
  }

  /** Returns the files that are named like a world but cannot be used as one. */
  strays(): readonly StrayFile[] {
    return this.#candidates().flatMap((name) => {
      const reason = this.#reasonUnusable(name)
      return reason === undefined ? [] : [{ name: name + extension, reason }]
    })
  }

  #pathOf(name: string): string {
    return join(this.#directory, name + extension)
  }

  #candidates(): readonly string[] {
    return readdirSync(this.#directory)
      .filter((file) => file.endsWith(extension))
      .map((file) => file.slice(0, -extension.length))
  }

  #reasonUnusable(name: string): string | undefined {
    if (!this.#isName(name)) return 'no world has such a name'
    if (this.#claimed.has(name)) return undefined
    const file = statSync(this.#pathOf(name), { throwIfNoEntry: false })
    const fingerprint = file && `${file.ino} ${file.size} ${file.mtimeMs}`
    if (fingerprint !== undefined && this.#verified.get(name) === fingerprint) return undefined
    const reason = reasonUnrecognized(this.#pathOf(name))
    if (fingerprint !== undefined && reason === undefined) this.#verified.set(name, fingerprint)
    return reason
  }
}
