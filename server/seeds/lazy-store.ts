import { Clock } from '../domain/time/clock.ts'
import { prebuiltImage } from './prebuilt.ts'
import type { SeedShelf } from './seed-store.ts'

/** A server's seeds, of which only the image that is made beforehand is there before somebody asks for more. */
export class LateSeeds {
  readonly #seed: string
  readonly #clock: () => Clock
  #shelf: SeedShelf | undefined

  /** What a `SeedShelf` takes. */
  constructor(seed: string, clock = () => new Clock()) {
    this.#seed = seed
    this.#clock = clock
  }

  /** The image of the server's own seed. */
  async image(): Promise<Buffer> {
    return prebuiltImage(this.#seed, this.#clock().seconds()) ?? (await this.load()).image()
  }

  /** Loads the others. */
  async load(): Promise<SeedShelf> {
    if (this.#shelf === undefined) {
      const { SeedShelf } = await import('./seed-store.ts')
      this.#shelf = new SeedShelf(this.#seed, this.#clock)
    }
    return this.#shelf
  }

  /** The names of all, once they are loaded. */
  readonly names = (): readonly string[] => this.#shelf?.names() ?? []

  /** Makes the image of one that a call has named while others have their turn; throws as a `SeedShelf` does. */
  readonly prepare = async (name: string): Promise<void> => (await this.load()).prepare(name)

  /** The image of one that a call has named, once they are loaded; throws as a `SeedShelf` does. */
  readonly named = (name: string): Buffer => {
    if (this.#shelf === undefined) throw new Error('The seeds are not loaded')
    return this.#shelf.named(name)
  }
}
