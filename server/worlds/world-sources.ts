import type { DatabasePool } from '#db/pool.ts'
import { type Content, toImage } from '#db/sharing.ts'
import { ApiError } from '../domain/errors/api-errors.ts'
import { defaultWorld } from '../domain/world-name.ts'
import type { Seeds, WorldSource } from './options.ts'
import { type SnapshotStore, snapshotNamed } from './snapshot-store.ts'

/** The places that origins of worlds are read from. */
export interface WorldSourcesOptions {
  /** The image of the server's seed. */
  readonly image: Buffer
  readonly seeds: Seeds | undefined
  readonly snapshots: SnapshotStore
  readonly databases: DatabasePool
  /** Tells whether a world exists. */
  readonly hasWorld: (name: string) => boolean
}

/** Reads the origins that worlds are copies of. */
export class WorldSources {
  /** The image of the server's seed, which a new world is a copy of where no origin is named. */
  seedImage: Buffer
  readonly #options: WorldSourcesOptions

  constructor(options: WorldSourcesOptions) {
    this.seedImage = options.image
    this.#options = options
  }

  /** Returns the names of all seeds, the server's first. */
  seedNames(): readonly string[] {
    return this.#options.seeds?.names() ?? []
  }

  /** Loads the code that builds seeds; before that no seed but the server's is available. */
  async loadSeeds(): Promise<void> {
    await this.#options.seeds?.load?.()
  }

  /** Prepares the origin of new worlds in slices: building the image of a seed takes a while. */
  async prepare(from: WorldSource | undefined): Promise<void> {
    if (from !== undefined && 'seed' in from) await this.#options.seeds?.prepare(from.seed)
  }

  /**
   * Returns the image of an origin, checked and migrated; undefined where no origin is named.
   *
   * @throws ApiError when it does not exist or cannot be used.
   */
  imageOf(from: WorldSource | undefined): Buffer | undefined {
    const content = this.contentOf(from)
    return content && toImage(content)
  }

  /**
   * Returns the content of an origin, as `imageOf` does, for one world that is made of it at once: that of a world in
   * memory is not copied before one of the two changes.
   *
   * @throws ApiError when it does not exist or cannot be used.
   */
  contentOf(from: WorldSource | undefined): Content | undefined {
    const { snapshots, databases, hasWorld } = this.#options
    if (from === undefined) return undefined
    if ('seed' in from) return this.#imageOfSeed(from.seed)
    if ('snapshot' in from) return snapshots.content(snapshotNamed(from.snapshot))
    if ('image' in from) return from.image
    // The default world always exists for clients, also before its first request.
    if (from.world !== defaultWorld && !hasWorld(from.world)) {
      throw new ApiError('control.world', { detail: from.world })
    }
    return databases.get(from.world).content()
  }

  #imageOfSeed(name: string): Buffer {
    const { seeds } = this.#options
    if (seeds === undefined) throw new ApiError('control.seed', { detail: name })
    return seeds.named(name)
  }
}
