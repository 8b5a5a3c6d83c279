import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { writeFileAtomic } from './atomic-write.ts'
import { compressImage, type StoredImage } from './compressed-image.ts'
import { reasonForeign } from './recognize-file.ts'
import { usableImage } from './image.ts'
import { UnusableDatabaseError } from './errors.ts'

const ending = '.snapshot'

/** Named images: in memory, or as files in a directory, where they outlive the process. */
export class Snapshots {
  readonly #kept = new Map<string, StoredImage>()
  readonly #directory: string | undefined

  constructor(directory?: string) {
    this.#directory = directory
    if (directory !== undefined) mkdirSync(directory, { recursive: true })
  }

  /**
   * Keeps an image under a name, in place of any other.
   *
   * @throws UnusableDatabaseError when a file stands there that is none of this server's.
   */
  save(name: string, image: Buffer): void {
    const path = this.#pathOf(name)
    if (path === undefined) this.#kept.set(name, compressImage(image))
    else writeFileAtomic(path, image)
  }

  /**
   * The image of that name, if there is one; whole and up to date.
   *
   * @throws NewerDatabaseError, UnusableDatabaseError
   */
  image(name: string): Buffer | undefined {
    const path = this.#pathOf(name)
    if (path === undefined) return this.#kept.get(name)?.image()
    return existsSync(path) ? usableImage(readFileSync(path)) : undefined
  }

  /** Every snapshot with the bytes that it takes. */
  list(): readonly { readonly name: string; readonly bytes: number }[] {
    const directory = this.#directory
    if (directory === undefined) return [...this.#kept].map(([name, { bytes }]) => ({ name, bytes }))
    return readdirSync(directory)
      .filter((file) => file.endsWith(ending))
      .flatMap((file) => {
        const found = statSync(join(directory, file), { throwIfNoEntry: false })
        return found?.isFile() ? { name: file.slice(0, -ending.length), bytes: found.size } : []
      })
  }

  /**
   * Forgets a snapshot; false when there was none.
   *
   * @throws UnusableDatabaseError when a file stands there that is none of this server's.
   */
  remove(name: string): boolean {
    const path = this.#pathOf(name)
    if (path === undefined) return this.#kept.delete(name)
    const was = existsSync(path)
    rmSync(path, { force: true })
    return was
  }

  /** Where the snapshot of that name is, or will be; undefined in memory. */
  #pathOf(name: string): string | undefined {
    if (this.#directory === undefined) return undefined
    const path = join(this.#directory, name + ending)
    const reason = reasonForeign(path)
    if (reason !== undefined) throw new UnusableDatabaseError(reason)
    return path
  }
}
