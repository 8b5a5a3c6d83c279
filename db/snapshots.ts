import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Kept, keep } from './packed.ts'
import { writeWhole } from './write-whole.ts'

const ending = '.snapshot'

/** Named images: in memory, or as files in a directory, where they outlive the process. */
export class Snapshots {
  readonly #kept = new Map<string, Kept>()
  readonly #directory: string | undefined

  constructor(directory?: string) {
    this.#directory = directory
    if (directory !== undefined) mkdirSync(directory, { recursive: true })
  }

  /** Keeps an image under a name, in place of any other. */
  save(name: string, image: Buffer): void {
    const path = this.#pathOf(name)
    if (path === undefined) this.#kept.set(name, keep(image))
    else writeWhole(path, image)
  }

  /** The image of that name, if there is one. */
  image(name: string): Buffer | undefined {
    const path = this.#pathOf(name)
    if (path === undefined) return this.#kept.get(name)?.image()
    return existsSync(path) ? readFileSync(path) : undefined
  }

  /** Every snapshot with the bytes that it takes. */
  list(): readonly { readonly name: string; readonly bytes: number }[] {
    if (this.#directory === undefined) return [...this.#kept].map(([name, { bytes }]) => ({ name, bytes }))
    const directory = this.#directory
    return readdirSync(directory)
      .filter((file) => file.endsWith(ending))
      .map((file) => ({ name: file.slice(0, -ending.length), bytes: statSync(join(directory, file)).size }))
  }

  /** Forgets a snapshot; false when there was none. */
  remove(name: string): boolean {
    const path = this.#pathOf(name)
    if (path === undefined) return this.#kept.delete(name)
    const was = existsSync(path)
    rmSync(path, { force: true })
    return was
  }

  #pathOf(name: string): string | undefined {
    return this.#directory === undefined ? undefined : join(this.#directory, name + ending)
  }
}
