import { errorCode } from './error-code.ts'
import { type MeasuredDatabase, sizeOf } from './measured-database.ts'
import type { SizeBudget } from './size-budget.ts'
import type { DatabaseStorage } from './storage.ts'

/**
 * Milliseconds for which what was found of a database is trusted: its size, where that is far from a limit, and that its
 * file is there. A check costs as much as storing a row, and within that time neither a client fills much space nor a
 * user removes a file unnoticed.
 */
export const recheckAfter = 1

/** The size of one world's database, which counts against the budget of all worlds. */
export class SizeAccount {
  readonly #name: string
  readonly #budget: SizeBudget
  #bytes: number
  /** The time until which the size is trusted, by the clock of the process. */
  #validUntil = 0

  constructor(name: string, budget: SizeBudget, bytes: number) {
    this.#name = name
    this.#budget = budget
    this.#bytes = bytes
  }

  /** The size as it was last known. */
  get bytes(): number {
    return this.#bytes
  }

  /** Counts another size. */
  settle(bytes: number): void {
    this.#budget.resize(this.#bytes, bytes)
    this.#bytes = bytes
  }

  /** Throws when another size would exceed the limits. */
  check(bytes: number): void {
    this.#budget.check(this.#name, this.#bytes, bytes)
  }

  /**
   * Returns the size after a write, and throws when it exceeds the limits. Far from them it returns the last known size
   * for a moment; a write that takes longer than that moment is always measured.
   */
  afterWrite(open: MeasuredDatabase | undefined): number {
    if (open === undefined || performance.now() < this.#validUntil) return this.#bytes
    const bytes = sizeOf(open)
    if (bytes > this.#bytes) this.check(bytes)
    this.#validUntil = this.#budget.isFarFromLimits(bytes) ? performance.now() + recheckAfter : 0
    return bytes
  }

  /** Returns what a failed write throws: that the world has reached its limit, where that was the reason. */
  writeError(error: unknown, storage: DatabaseStorage): unknown {
    const isFull = errorCode(error) === 'SQLITE_FULL'
    return isFull && storage.isAtLimit() ? this.#budget.worldLimitError(this.#name) : error
  }
}
