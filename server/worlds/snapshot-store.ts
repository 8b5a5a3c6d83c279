import { UnusableDatabaseError } from '#db/errors.ts'
import { Snapshots } from '#db/snapshots.ts'
import { ApiError } from '../domain/errors/api-errors.ts'

/** The limits of all snapshots. */
export interface SnapshotLimits {
  /** The most snapshots; 1,000 when absent. */
  readonly mostSnapshots?: number | undefined
  /** The most bytes of all snapshots together; 4 GiB when absent. */
  readonly mostSnapshotBytes?: number | undefined
}

/** The snapshots of a server, within their limits. */
export class SnapshotStore extends Snapshots {
  readonly #mostSnapshots: number
  readonly #mostSnapshotBytes: number

  constructor(directory?: string, { mostSnapshots = 1000, mostSnapshotBytes = 2 ** 32 }: SnapshotLimits = {}) {
    super(directory)
    this.#mostSnapshots = mostSnapshots
    this.#mostSnapshotBytes = mostSnapshotBytes
  }

  /**
   * Stores an image under a name and replaces any other.
   *
   * @throws ApiError when the snapshots would exceed their limits.
   */
  override save(name: string, image: Buffer): void {
    const others = this.list().filter((one) => one.name !== name)
    const all = others.reduce((sum, other) => sum + other.bytes, image.length)
    if (others.length >= this.#mostSnapshots || all > this.#mostSnapshotBytes) {
      const detail = `${this.#mostSnapshots} at most, of ${this.#mostSnapshotBytes} bytes together; delete some`
      throw new ApiError('control.snapshots', { detail })
    }
    withApiError(name, () => super.save(name, image))
  }

  /**
   * Returns the image of a name, checked and migrated.
   *
   * @throws ApiError where there is none, or it cannot be used.
   */
  named(name: string): Buffer {
    const image = withApiError(name, () => this.image(name))
    if (image === undefined) throw new ApiError('control.snapshot', { detail: name })
    return image
  }

  /** Deletes a snapshot; returns false where there was none. */
  override remove(name: string): boolean {
    return withApiError(name, () => super.remove(name))
  }
}

function withApiError<Result>(name: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof UnusableDatabaseError)) throw error
    throw new ApiError('control.snapshot-refused', { detail: `${name}: ${error.message}` })
  }
}
