import { UnusableDatabaseError } from '#db/errors.ts'
import { type Content, sizeOfContent } from '#db/sharing.ts'
import { Snapshots } from '#db/snapshots.ts'
import { ApiError } from '../domain/errors/api-errors.ts'
import { defaultWorld } from '../domain/world-name.ts'

/** The limits of all snapshots. */
export interface SnapshotLimits {
  /** The most snapshots; 1,000 when absent. */
  readonly mostSnapshots?: number | undefined
  /** The most bytes of all snapshots together; 4 GiB when absent. */
  readonly mostSnapshotBytes?: number | undefined
}

/** A snapshot of a world by its name there. */
export interface SnapshotName {
  readonly world: string
  readonly name: string
}

/** A stored snapshot. */
export interface StoredSnapshot extends SnapshotName {
  readonly bytes: number
}

/** Returns the name by which any world refers to a snapshot: `checkout/before`. */
export const snapshotReference = ({ world, name }: SnapshotName): string => `${world}/${name}`

/** Returns the snapshot of a full reference; a bare name is one of the default world. */
export function snapshotNamed(reference: string): SnapshotName {
  const slash = reference.indexOf('/')
  if (slash === -1) return { world: defaultWorld, name: reference }
  return { world: reference.slice(0, slash), name: reference.slice(slash + 1) }
}

/**
 * Where a snapshot is stored. Those of the default world have no folder, and neither have those of versions in which
 * snapshots belonged to no world: they count as the default world's.
 */
const pathOf = ({ world, name }: SnapshotName): string => (world === defaultWorld ? name : `${world}/${name}`)

/** The snapshots of the worlds of a server, within their limits. They stay when their world is deleted. */
export class SnapshotStore {
  readonly #snapshots: Snapshots
  readonly #mostSnapshots: number
  readonly #mostSnapshotBytes: number

  constructor(directory?: string, { mostSnapshots = 1000, mostSnapshotBytes = 2 ** 32 }: SnapshotLimits = {}) {
    this.#snapshots = new Snapshots(directory)
    this.#mostSnapshots = mostSnapshots
    this.#mostSnapshotBytes = mostSnapshotBytes
  }

  /** Returns every snapshot, by world and name. */
  list(): readonly StoredSnapshot[] {
    return this.#snapshots
      .list()
      .map(({ name, bytes }) => ({ ...snapshotNamed(name), bytes }))
      .sort((one, other) => compare(one.world, other.world) || compare(one.name, other.name))
  }

  /**
   * Stores a content as a snapshot and replaces any other of its world and name.
   *
   * @throws ApiError when the snapshots would exceed their limits.
   */
  save(snapshot: SnapshotName, content: Content): void {
    const path = pathOf(snapshot)
    const others = this.#snapshots.list().filter((one) => one.name !== path)
    const all = others.reduce((sum, other) => sum + other.bytes, sizeOfContent(content))
    if (others.length >= this.#mostSnapshots || all > this.#mostSnapshotBytes) {
      const detail = `${this.#mostSnapshots} at most, of ${this.#mostSnapshotBytes} bytes together; delete some`
      throw new ApiError('control.snapshots', { detail })
    }
    withApiError(snapshot, () => this.#snapshots.save(path, content))
  }

  /**
   * Returns the content of a snapshot, checked and migrated.
   *
   * @throws ApiError where there is none, or it cannot be used.
   */
  content(snapshot: SnapshotName): Content {
    const content = withApiError(snapshot, () => this.#snapshots.content(pathOf(snapshot)))
    if (content === undefined) throw new ApiError('control.snapshot', { detail: snapshotReference(snapshot) })
    return content
  }

  /** Deletes a snapshot; returns false where there was none. */
  remove(snapshot: SnapshotName): boolean {
    return withApiError(snapshot, () => this.#snapshots.remove(pathOf(snapshot)))
  }
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

function withApiError<Result>({ name }: SnapshotName, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof UnusableDatabaseError)) throw error
    throw new ApiError('control.snapshot-refused', { detail: `${name}: ${error.message}` })
  }
}
