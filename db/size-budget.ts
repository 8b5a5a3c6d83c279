/** The size limits of worlds, in bytes. */
export interface SizeLimits {
  /** The limit of each world. */
  readonly world: number
  /** The limit of all worlds together. */
  readonly worlds: number
  /**
   * The most bytes that a write which is not marked as large stores; when absent, those that a body of 1 MiB can bring.
   */
  readonly step?: number | undefined
}

/** The most bytes that a long call stores for each byte of its body: boards of a seed, with names alone, take 24. */
export const storedPerByte = 128

/** The largest limit of a world: SQLite limits a database in memory to 1 GiB, and every world can be copied there. */
export const largestWorld = 960 * 2 ** 20

/** More bytes than can be written within a millisecond to all open worlds together. */
const farFromLimit = 2 ** 26

/** The largest limits possible. */
export const unlimited: SizeLimits = { world: largestWorld, worlds: Number.MAX_SAFE_INTEGER }

/** Thrown when a write or a copy exceeds a size limit; nothing of it is stored. */
export class StorageFullError extends Error {
  readonly code = 'NO_ROOM'

  constructor(world: string, limit: string) {
    super(`the world '${world}' would grow beyond ${limit}`)
  }
}

/** The bytes that all worlds take, and their limits. */
export class SizeBudget {
  /** The limit of each world, in bytes. */
  readonly world: number
  /** The most bytes that a write stores, unless it is marked as large. */
  readonly step: number
  /** The limit of all worlds together, in bytes. */
  readonly worlds: number
  #taken = 0

  constructor({ world, worlds, step = storedPerByte * 2 ** 20 }: SizeLimits) {
    this.world = world
    this.step = step
    this.worlds = worlds
  }

  /** The bytes that all worlds take. */
  get taken(): number {
    return this.#taken
  }

  /** Throws when growing a world would exceed its limit or the limit of all worlds; shrinking always passes. */
  check(name: string, from: number, to: number): void {
    if (to <= from) return
    if (to > this.world) throw this.worldLimitError(name)
    if (this.#taken + to - from <= this.worlds) return
    throw new StorageFullError(name, `the limit of all worlds together, ${formatBytes(this.worlds)} (--worlds-limit)`)
  }

  /** Tells whether no millisecond of writing can bring a world of this size to a limit. */
  isFarFromLimits(bytes: number): boolean {
    return bytes + farFromLimit <= this.world && this.#taken + farFromLimit <= this.worlds
  }

  /** Creates the error of a world that has reached its own limit. */
  worldLimitError(name: string): StorageFullError {
    return new StorageFullError(name, `the limit of each, ${formatBytes(this.world)} (--world-limit)`)
  }

  /** Records the new size of a world. */
  resize(from: number, to: number): void {
    this.#taken += to - from
  }
}

const units: readonly (readonly [number, string])[] = [
  [2 ** 30, 'GiB'],
  [2 ** 20, 'MiB'],
  [2 ** 10, 'KiB'],
]

/** Formats a size as `512 MiB`, in bytes where no unit divides it evenly. */
export function formatBytes(bytes: number): string {
  const [size, unit] = units.find(([one]) => bytes >= one && bytes % one === 0) ?? [1, 'bytes']
  return `${bytes / size} ${unit}`
}
