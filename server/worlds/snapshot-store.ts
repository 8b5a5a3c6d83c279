import { Snapshots } from '#db/snapshots.ts'
import { UnusableDatabaseError } from '#db/errors.ts'
import { ApiError } from '../domain/errors/api-errors.ts'

/** How much there may be of snapshots. */
export interface SnapshotLimits {
  /** How many there may be; 1,000 when absent. */
  readonly mostSnapshots?: number | undefined
  /** What all of them together may take; 4 GiB when absent. */
  readonly mostSnapshotBytes?: number | undefined
}

/** A server's snapshots, within limits. */
export class SnapshotStore extends Snapshots {
  readonly #mostSnapshots: number
  readonly #mostSnapshotBytes: number

  constructor(directory?: string, { mostSnapshots = 1000, mostSnapshotBytes = 2 ** 32 }: SnapshotLimits = {}) {
    super(directory)
    this.#mostSnapshots = mostSnapshots
    this.#mostSnapshotBytes = mostSnapshotBytes
  }

  /**
   * Keeps an image under a name, in place of any other.
   *
   * @throws ApiError when there are too many, or they would take too much.
   */
  override save(name: string, image: Buffer): void {
    const others = this.list().filter((one) => one.name !== name)
    const all = others.reduce((sum, other) => sum + other.bytes, image.length)
    if (others.length >= this.#mostSnapshots || all > this.#mostSnapshotBytes) {
      const detail = `${this.#mostSnapshots} at most, of ${this.#mostSnapshotBytes} bytes together; delete some`
      throw new ApiError('control.snapshots', { detail })
    }
    orProblem(name, () => super.save(name, image))
  }

  /**
   * The image of that name, whole and up to date.
   *
   * @throws ApiError when there is none, or it cannot be used.
   */
  named(name: string): Buffer {
    const image = orProblem(name, () => this.image(name))
    if (image === undefined) throw new ApiError('control.snapshot', { detail: name })
    return image
  }

  /** Forgets a snapshot; false when there was none. */
  override remove(name: string): boolean {
    return orProblem(name, () => super.remove(name))
  }
}

function orProblem<Result>(name: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof UnusableDatabaseError)) throw error
    throw new ApiError('control.snapshot-refused', { detail: `${name}: ${error.message}` })
  }
}
