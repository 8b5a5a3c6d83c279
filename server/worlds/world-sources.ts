import type { Worlds } from '#db/pool.ts'
import { Problem } from '../domain/errors/api-errors.ts'
import { defaultWorld } from '../domain/world-name.ts'
import type { Origin, Seeds } from './options.ts'
import type { SnapshotShelf } from './snapshot-store.ts'

/** Where a server finds what its worlds are to be copies of. */
export interface OriginsOptions {
  readonly seeds: Seeds | undefined
  readonly snapshots: SnapshotShelf
  readonly databases: Worlds
  /** Whether there is a world of that name. */
  readonly hasWorld: (name: string) => boolean
}

/** Finds what worlds are to be copies of. */
export class Origins {
  readonly #options: OriginsOptions

  constructor(options: OriginsOptions) {
    this.#options = options
  }

  /**
   * The image of an origin, which is whole and up to date; undefined for none.
   *
   * @throws Problem when it is not there, or cannot be used.
   */
  imageOf(from: Origin | undefined): Buffer | undefined {
    const { snapshots, databases, hasWorld } = this.#options
    if (from === undefined) return undefined
    if ('seed' in from) return this.#seedImage(from.seed)
    if ('snapshot' in from) return snapshots.named(from.snapshot)
    if ('image' in from) return from.image
    // The default world is there for everybody, also before its first call.
    if (from.world !== defaultWorld && !hasWorld(from.world)) {
      throw new Problem('control.world', { detail: from.world })
    }
    return databases.get(from.world).image()
  }

  #seedImage(name: string): Buffer {
    const { seeds } = this.#options
    if (seeds === undefined) throw new Problem('control.seed', { detail: name })
    return seeds.named(name)
  }
}
