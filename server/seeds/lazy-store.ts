import { Clock } from '../domain/time/clock.ts'
import { prebuiltImage } from './prebuilt.ts'
import type { SeedStore } from './seed-store.ts'

/** The seeds of a server. Only the prebuilt image is available until another seed is needed. */
export class LazySeeds {
  readonly #seed: string
  readonly #clock: () => Clock
  #store: SeedStore | undefined

  /** Takes the parameters of `SeedStore`. */
  constructor(seed: string, clock = () => new Clock()) {
    this.#seed = seed
    this.#clock = clock
  }

  /** Returns the image of the server's own seed. */
  async image(): Promise<Buffer> {
    return prebuiltImage(this.#seed, this.#clock().seconds()) ?? (await this.load()).image()
  }

  /** Loads all seeds. */
  async load(): Promise<SeedStore> {
    if (this.#store === undefined) {
      const { SeedStore } = await import('./seed-store.ts')
      this.#store = new SeedStore(this.#seed, this.#clock)
    }
    return this.#store
  }

  /** Returns the names of all seeds, once they are loaded. */
  readonly names = (): readonly string[] => this.#store?.names() ?? []

  /** Makes the image of a seed in time slices; throws as `SeedStore` does. */
  readonly prepare = async (name: string): Promise<void> => (await this.load()).prepare(name)

  /** Returns the image of a seed, once the seeds are loaded; throws as `SeedStore` does. */
  readonly named = (name: string): Buffer => {
    if (this.#store === undefined) throw new Error('The seeds are not loaded')
    return this.#store.named(name)
  }
}
