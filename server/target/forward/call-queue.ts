/** Bounds of a queue. */
export interface QueueBounds {
  /** The most calls that wait. */
  readonly calls: number
  /** The most characters of their bodies and answers. */
  readonly characters: number
}

/** Carries calls out one after the other, in their order. What exceeds the bounds is not taken. */
export class CallQueue<Call> {
  readonly #waiting: { readonly call: Call; readonly weight: number }[] = []
  readonly #carryOut: (call: Call) => Promise<void>
  readonly #bounds: QueueBounds
  #weight = 0
  #isRunning = false
  #isClosed = false
  #whenIdle: (() => void)[] = []

  /** @param carryOut Carries one call out; it never rejects. */
  constructor(carryOut: (call: Call) => Promise<void>, bounds: QueueBounds) {
    this.#carryOut = carryOut
    this.#bounds = bounds
  }

  /** Takes a call, unless there is no room for it. Nothing is carried out before this returns. */
  offer(call: Call, weight: number): boolean {
    const { calls, characters } = this.#bounds
    if (this.#isClosed || this.#waiting.length >= calls || this.#weight + weight > characters) return false
    this.#waiting.push({ call, weight })
    this.#weight += weight
    if (!this.#isRunning) {
      this.#isRunning = true
      setImmediate(() => void this.#run())
    }
    return true
  }

  /** Resolves when nothing waits. */
  idle(): Promise<void> {
    return this.#isRunning ? new Promise((resolve) => this.#whenIdle.push(resolve)) : Promise.resolve()
  }

  /** Takes nothing more, and returns what still waits. */
  close(): readonly Call[] {
    this.#isClosed = true
    return this.#waiting.splice(0).map(({ call }) => call)
  }

  async #run(): Promise<void> {
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      this.#weight -= next.weight
      await this.#carryOut(next.call)
    }
    this.#isRunning = false
    for (const resolve of this.#whenIdle.splice(0)) resolve()
  }
}
