/** Generates names for worlds created without one: `world-1`, `world-2` and so on, each once. */
export class WorldNameGenerator {
  readonly #isTaken: (name: string) => boolean
  #last = 0

  /** @param isTaken Tells whether a name is in use. */
  constructor(isTaken: (name: string) => boolean) {
    this.#isTaken = isTaken
  }

  /**
   * Passes the next free name to the work. The name is used up once the work succeeds; where it throws, it stays free.
   */
  use<Result>(work: (name: string) => Result): Result {
    let number = this.#last + 1
    // Growing steps: earlier processes may have left thousands of worlds.
    for (let step = 1; this.#isTaken(`world-${number}`); step *= 2) number += step
    const result = work(`world-${number}`)
    this.#last = number
    return result
  }
}
