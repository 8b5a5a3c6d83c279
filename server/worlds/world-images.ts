import type { DatabasePool } from '#db/pool.ts'
import type { EventLog } from '../journal/event-log.ts'
import type { LiveWorlds } from './live-worlds.ts'
import type { WorldRegistryOptions } from './options.ts'
import type { SnapshotName, SnapshotStore } from './snapshot-store.ts'
import type { World } from './world.ts'
import { copyOf, type WorldCopy } from './world-copy.ts'
import type { WorldSources } from './world-sources.ts'

/** What images are read from and stored in. */
interface ImageContext {
  readonly options: WorldRegistryOptions
  readonly databases: DatabasePool
  readonly live: LiveWorlds
  readonly sources: WorldSources
  readonly snapshots: SnapshotStore
  readonly events: EventLog
  /** Returns the world of a name. */
  readonly worldNamed: (name: string) => World
}

/** The content of worlds as images: what is exported, copied and kept as snapshots. */
export class WorldImages {
  readonly #context: ImageContext

  constructor(context: ImageContext) {
    this.#context = context
  }

  /** Returns the current state of a world as an image; creates an uncreated world. */
  of(world: string): Buffer {
    const { databases, worldNamed } = this.#context
    void worldNamed(world).db
    return databases.get(world).image()
  }

  /** Returns the bytes that a world takes. */
  bytesOf(name: string): number {
    return this.#context.databases.bytesOf(name)
  }

  /**
   * Stores the current state of a world as a snapshot of it and replaces any other of that name.
   *
   * @throws ApiError when the snapshots would exceed their limits.
   */
  snapshot(world: string, name: string): void {
    const { databases, snapshots, worldNamed } = this.#context
    const source = worldNamed(world)
    void source.db
    snapshots.save({ world, name }, databases.get(world).content())
    source.journal.announce('snapshots', { action: 'taken', name })
  }

  /** Deletes a snapshot; its world may have been deleted before. */
  deleteSnapshot({ world, name }: SnapshotName): void {
    const { events, live, snapshots } = this.#context
    snapshots.remove({ world, name })
    events.announce(world, 'snapshots', { action: 'deleted', name }, live.peek(world)?.journal.ended)
  }

  /** Returns a copy of a world to try something in; undefined where the world takes more bytes than that. */
  copy(name: string, maxBytes: number): WorldCopy | undefined {
    const { databases, sources, options, worldNamed } = this.#context
    const world = worldNamed(name)
    const image = (): Buffer => (world.isCreated ? databases.get(name).image() : sources.seedImage)
    return copyOf(world, image, { ...options, maxBytes })
  }

  /** Replaces the image that new worlds are copies of, if it is the former, and returns the worlds made of that. */
  replaceSeed(former: Buffer, image: Buffer): ReturnType<DatabasePool['madeOf']> {
    const { databases, live, sources } = this.#context
    if (former === sources.seedImage) {
      sources.seedImage = image
      databases.useImage(image)
      live.useImage(image)
    }
    return databases.madeOf(former)
  }
}
