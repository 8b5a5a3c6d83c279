import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { writeFileAtomic } from './atomic-write.ts'
import { largestCompressed, type StoredImage } from './compressed-image.ts'
import { makeDirectory } from './directories.ts'
import { UnusableDatabaseError } from './errors.ts'
import { migratedImage } from './image.ts'
import { contentOf, storedImage } from './lent-image.ts'
import { reasonUnrecognized } from './recognize-file.ts'
import { type Content, toImage } from './sharing.ts'

const extension = '.snapshot'
/** The first character of a folder, which no name begins with. */
const folderMark = '@'

/**
 * Named images: in memory, or as files in a directory, which outlive the process. A name may have one folder: `one/name`.
 */
export class Snapshots {
  readonly #images = new Map<string, StoredImage>()
  readonly #directory: string | undefined
  readonly #largestCopied: number

  /** @param largestCopied The size of a database in memory beyond which it is not copied before it changes. */
  constructor(directory?: string, largestCopied = largestCompressed) {
    this.#directory = directory
    this.#largestCopied = largestCopied
    if (directory !== undefined) makeDirectory(directory)
  }

  /**
   * Stores a content under a name and replaces any other. In memory a large database is copied when it next changes.
   *
   * @throws UnusableDatabaseError when the file of that name is not one of this server.
   */
  save(name: string, content: Content): void {
    const path = this.#pathOf(name)
    if (path === undefined) {
      const stored = storedImage(content, this.#largestCopied)
      this.#images.get(name)?.discard?.()
      this.#images.set(name, stored)
    } else {
      makeDirectory(dirname(path))
      writeFileAtomic(path, toImage(content))
    }
  }

  /**
   * Returns the content of a name, checked and migrated, to be used at once; undefined where there is none.
   *
   * @throws NewerDatabaseError, UnusableDatabaseError
   */
  content(name: string): Content | undefined {
    const path = this.#pathOf(name)
    if (path === undefined) return contentOf(this.#images.get(name))
    return existsSync(path) ? migratedImage(readFileSync(path)) : undefined
  }

  /** Returns every snapshot with its size in bytes. */
  list(): readonly { readonly name: string; readonly bytes: number }[] {
    const directory = this.#directory
    if (directory === undefined) return [...this.#images].map(([name, { bytes }]) => ({ name, bytes }))
    const folders = readdirSync(directory, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name.startsWith(folderMark))
      .map((entry) => entry.name)
    return ['', ...folders].flatMap((folder) => snapshotsIn(directory, folder))
  }

  /**
   * Deletes a snapshot; returns false where there was none.
   *
   * @throws UnusableDatabaseError when the file of that name is not one of this server.
   */
  remove(name: string): boolean {
    const path = this.#pathOf(name)
    if (path === undefined) {
      this.#images.get(name)?.discard?.()
      return this.#images.delete(name)
    }
    const existed = existsSync(path)
    rmSync(path, { force: true })
    return existed
  }

  /** Returns the path of a snapshot, existing or not; undefined in memory. */
  #pathOf(name: string): string | undefined {
    if (this.#directory === undefined) return undefined
    const path = join(this.#directory, `${name.replace(/^(?=[^/]*\/)/, folderMark)}${extension}`)
    const reason = reasonUnrecognized(path)
    if (reason !== undefined) throw new UnusableDatabaseError(reason)
    return path
  }
}

/** Returns the snapshots in a folder of the directory, or in the directory itself, with their sizes. */
const snapshotsIn = (directory: string, folder: string): readonly { readonly name: string; readonly bytes: number }[] =>
  readdirSync(join(directory, folder))
    .filter((file) => file.endsWith(extension))
    .flatMap((file) => {
      const found = statSync(join(directory, folder, file), { throwIfNoEntry: false })
      const name = file.slice(0, -extension.length)
      const prefix = folder === '' ? '' : `${folder.slice(folderMark.length)}/`
      return found?.isFile() ? { name: prefix + name, bytes: found.size } : []
    })
