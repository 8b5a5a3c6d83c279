/** Limits how many callers are active at once. The others wait, in the order of their arrival. */
export class ConcurrencyLimit {
  readonly #max: number
  readonly #waiting: (() => void)[] = []
  #active = 0

  constructor(max: number) {
    this.#max = max
  }

  /** Waits for admission, and returns the function that ends it, which may be called repeatedly. */
  async enter(): Promise<() => void> {
    if (this.#active >= this.#max) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    this.#active++
    let isActive = true
    return () => {
      if (!isActive) return
      isActive = false
      this.#active--
      this.#waiting.shift()?.()
    }
  }
}
