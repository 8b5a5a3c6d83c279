import type { DatabasePool } from '#db/pool.ts'
import { ApiError } from '../domain/errors/api-errors.ts'
import { defaultWorld } from '../domain/world-name.ts'
import type { Seeds, WorldSource } from './options.ts'
import { type SnapshotStore, snapshotNamed } from './snapshot-store.ts'

/** The places that origins of worlds are read from. */
export interface WorldSourcesOptions {
  readonly seeds: Seeds | undefined
  readonly snapshots: SnapshotStore
  readonly databases: DatabasePool
  /** Tells whether a world exists. */
  readonly hasWorld: (name: string) => boolean
}

/** Reads the origins that worlds are copies of. */
export class WorldSources {
  readonly #options: WorldSourcesOptions

  constructor(options: WorldSourcesOptions) {
    this.#options = options
  }

  /**
   * Returns the image of an origin, checked and migrated; undefined where no origin is named.
   *
   * @throws ApiError when it does not exist or cannot be used.
   */
  imageOf(from: WorldSource | undefined): Buffer | undefined {
    const { snapshots, databases, hasWorld } = this.#options
    if (from === undefined) return undefined
    if ('seed' in from) return this.#seedImage(from.seed)
    if ('snapshot' in from) return snapshots.image(snapshotNamed(from.snapshot))
    if ('image' in from) return from.image
    // The default world always exists for clients, also before its first request.
    if (from.world !== defaultWorld && !hasWorld(from.world)) {
      throw new ApiError('control.world', { detail: from.world })
    }
    return databases.get(from.world).image()
  }

  #seedImage(name: string): Buffer {
    const { seeds } = this.#options
    if (seeds === undefined) throw new ApiError('control.seed', { detail: name })
    return seeds.named(name)
  }
}
