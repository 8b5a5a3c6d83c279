/** Lets so many in at once. The others wait until one of those has left, in the order in which they came. */
export class ConcurrencyLimit {
  readonly #most: number
  readonly #waiting: (() => void)[] = []
  #inside = 0

  constructor(most: number) {
    this.#most = most
  }

  /** Waits to be let in, and gives what is called to leave, once or more often. */
  async enter(): Promise<() => void> {
    if (this.#inside >= this.#most) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    this.#inside++
    let isInside = true
    return () => {
      if (!isInside) return
      isInside = false
      this.#inside--
      this.#waiting.shift()?.()
    }
  }
}
