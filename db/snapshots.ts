import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { writeFileAtomic } from './atomic-write.ts'
import { compressImage, type StoredImage } from './compressed-image.ts'
import { makeDirectory } from './directories.ts'
import { UnusableDatabaseError } from './errors.ts'
import { migratedImage } from './image.ts'
import { reasonUnrecognized } from './recognize-file.ts'

const extension = '.snapshot'
/** The first character of a folder, which no name begins with. */
const folderMark = '@'

/**
 * Named images: in memory, or as files in a directory, which outlive the process. A name may have one folder: `one/name`.
 */
export class Snapshots {
  readonly #images = new Map<string, StoredImage>()
  readonly #directory: string | undefined

  constructor(directory?: string) {
    this.#directory = directory
    if (directory !== undefined) makeDirectory(directory)
  }

  /**
   * Stores an image under a name and replaces any other.
   *
   * @throws UnusableDatabaseError when the file of that name is not one of this server.
   */
  save(name: string, image: Buffer): void {
    const path = this.#pathOf(name)
    if (path === undefined) this.#images.set(name, compressImage(image))
    else {
      makeDirectory(dirname(path))
      writeFileAtomic(path, image)
    }
  }

  /**
   * Returns the image of a name, checked and migrated; undefined where there is none.
   *
   * @throws NewerDatabaseError, UnusableDatabaseError
   */
  image(name: string): Buffer | undefined {
    const path = this.#pathOf(name)
    if (path === undefined) return this.#images.get(name)?.image()
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
    if (path === undefined) return this.#images.delete(name)
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
