/** Names for worlds that are made without one: `world-1`, `world-2` and so on, none of them twice. */
export class WorldNameGenerator {
  readonly #isTaken: (name: string) => boolean
  #last = 0

  /** @param isTaken Whether there is a world of that name. */
  constructor(isTaken: (name: string) => boolean) {
    this.#isTaken = isTaken
  }

  /** Gives the next free name to the work, and not again once that is done: where it throws, the name stays free. */
  use<Result>(work: (name: string) => Result): Result {
    let number = this.#last + 1
    // In steps that grow: earlier processes may have left thousands.
    for (let step = 1; this.#isTaken(`world-${number}`); step *= 2) number += step
    const result = work(`world-${number}`)
    this.#last = number
    return result
  }
}
