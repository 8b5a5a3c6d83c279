import { type Limit, windows } from './rate-limits.ts'

/** The current window of one limit for one caller. */
export class Window {
  readonly limit: Limit
  readonly #length: number
  #number = -1
  used = 0
  refused = false

  constructor(limit: Limit) {
    this.limit = limit
    this.#length = windows[limit.window] * 1000
  }

  get left(): number {
    return this.limit.calls - this.used
  }

  /** The end of the window in milliseconds. */
  get end(): number {
    return (this.#number + 1) * this.#length
  }

  /** Starts a new window when the clock has left the current one, in either direction. */
  rollTo(now: number): void {
    const number = Math.floor(now / this.#length)
    if (number === this.#number) return
    this.#number = number
    this.used = 0
    this.refused = false
  }
}

/** Returns the window with fewer calls left; of two empty ones the later to end, since a client must wait for that. */
export function moreRestrictive(one: Window | undefined, other: Window): Window {
  if (one === undefined) return other
  const lefts = Math.max(0, other.left) - Math.max(0, one.left)
  return lefts < 0 || (lefts === 0 && other.end > one.end) ? other : one
}
