/** What worlds may take, in bytes. */
export interface SizeLimits {
  /** Each of them. */
  readonly world: number
  /** All of them together. */
  readonly worlds: number
  /** What a step writes at most, unless it says that it is large; what a body of 1 MiB can bring when absent. */
  readonly step?: number | undefined
}

/** What a long call stores for each byte of its body, at most: boards of a seed, with names alone, take 24. */
export const storedPerByte = 128

/** The most that a world may take: SQLite ends a database in memory at 1 GiB, and every world can be copied there. */
export const largestWorld = 960 * 2 ** 20

/** More than can be written in a millisecond, to all worlds that are open, in bytes. */
const muchRoom = 2 ** 26

/** As much as can be. */
export const unlimited: SizeLimits = { world: largestWorld, worlds: Number.MAX_SAFE_INTEGER }

/** A step, or a copy, that there is no room for: it left nothing. */
export class StorageFullError extends Error {
  readonly code = 'NO_ROOM'

  constructor(world: string, limit: string) {
    super(`the world '${world}' would grow beyond ${limit}`)
  }
}

/** The bytes that worlds take, each and all together, and how far they may go. */
export class SizeBudget {
  /** How many bytes a world may take. */
  readonly world: number
  /** How many bytes a step writes at most, unless it is large. */
  readonly step: number
  /** How many bytes all worlds together may take. */
  readonly worlds: number
  #taken = 0

  constructor({ world, worlds, step = storedPerByte * 2 ** 20 }: SizeLimits) {
    this.world = world
    this.step = step
    this.worlds = worlds
  }

  /** How many bytes all worlds take. */
  get taken(): number {
    return this.#taken
  }

  /** Refuses a world that would grow beyond what it may take, or all may; one that shrinks or stays always may. */
  check(name: string, from: number, to: number): void {
    if (to <= from) return
    if (to > this.world) throw this.refusal(name)
    if (this.#taken + to - from <= this.worlds) return
    throw new StorageFullError(name, `the limit of all worlds together, ${bytesInWords(this.worlds)} (--worlds-limit)`)
  }

  /** Whether a world of that size is so far from all limits that no millisecond of writing leads there. */
  isRoomy(bytes: number): boolean {
    return bytes + muchRoom <= this.world && this.#taken + muchRoom <= this.worlds
  }

  /** What refuses a world that has reached what each may take. */
  refusal(name: string): StorageFullError {
    return new StorageFullError(name, `the limit of each, ${bytesInWords(this.world)} (--world-limit)`)
  }

  /** Counts a world that took so many bytes, and takes so many now. */
  move(from: number, to: number): void {
    this.#taken += to - from
  }
}

const units: readonly (readonly [number, string])[] = [
  [2 ** 30, 'GiB'],
  [2 ** 20, 'MiB'],
  [2 ** 10, 'KiB'],
]

/** `512 MiB`; in bytes where no unit makes a whole number of it. */
export function bytesInWords(bytes: number): string {
  const [size, unit] = units.find(([one]) => bytes >= one && bytes % one === 0) ?? [1, 'bytes']
  return `${bytes / size} ${unit}`
}
