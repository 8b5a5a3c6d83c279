import { Clock } from '../domain/time/clock.ts'
import { prebuiltImage } from './prebuilt.ts'
import type { SeedStore } from './seed-store.ts'

/** A server's seeds, of which only the image that is made beforehand is there before somebody asks for more. */
export class LazySeeds {
  readonly #seed: string
  readonly #clock: () => Clock
  #store: SeedStore | undefined

  /** What a `SeedStore` takes. */
  constructor(seed: string, clock = () => new Clock()) {
    this.#seed = seed
    this.#clock = clock
  }

  /** The image of the server's own seed. */
  async image(): Promise<Buffer> {
    return prebuiltImage(this.#seed, this.#clock().seconds()) ?? (await this.load()).image()
  }

  /** Loads the others. */
  async load(): Promise<SeedStore> {
    if (this.#store === undefined) {
      const { SeedStore } = await import('./seed-store.ts')
      this.#store = new SeedStore(this.#seed, this.#clock)
    }
    return this.#store
  }

  /** The names of all, once they are loaded. */
  readonly names = (): readonly string[] => this.#store?.names() ?? []

  /** Makes the image of one that a call has named while others have their turn; throws as a `SeedStore` does. */
  readonly prepare = async (name: string): Promise<void> => (await this.load()).prepare(name)

  /** The image of one that a call has named, once they are loaded; throws as a `SeedStore` does. */
  readonly named = (name: string): Buffer => {
    if (this.#store === undefined) throw new Error('The seeds are not loaded')
    return this.#store.named(name)
  }
}
