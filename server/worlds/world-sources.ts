import type { DatabasePool } from '#db/pool.ts'
import { ApiError } from '../domain/errors/api-errors.ts'
import { defaultWorld } from '../domain/world-name.ts'
import type { Seeds, WorldSource } from './options.ts'
import type { SnapshotStore } from './snapshot-store.ts'

/** Where a server finds what its worlds are to be copies of. */
export interface WorldSourcesOptions {
  readonly seeds: Seeds | undefined
  readonly snapshots: SnapshotStore
  readonly databases: DatabasePool
  /** Whether there is a world of that name. */
  readonly hasWorld: (name: string) => boolean
}

/** Finds what worlds are to be copies of. */
export class WorldSources {
  readonly #options: WorldSourcesOptions

  constructor(options: WorldSourcesOptions) {
    this.#options = options
  }

  /**
   * The image of an origin, which is whole and up to date; undefined for none.
   *
   * @throws ApiError when it is not there, or cannot be used.
   */
  imageOf(from: WorldSource | undefined): Buffer | undefined {
    const { snapshots, databases, hasWorld } = this.#options
    if (from === undefined) return undefined
    if ('seed' in from) return this.#seedImage(from.seed)
    if ('snapshot' in from) return snapshots.named(from.snapshot)
    if ('image' in from) return from.image
    // The default world is there for everybody, also before its first call.
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
