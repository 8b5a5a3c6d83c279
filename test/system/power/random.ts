/** Random choices that one seed decides, quick enough for a choice per sector. */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** A whole number from 0 to below that. */
  upTo(most: number): number {
    // mulberry32, which is in the public domain.
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * most)
  }

  /** True once in so many. */
  oneIn(times: number): boolean {
    return this.upTo(times) === 0
  }

  /** One of them. */
  of<Value>(values: readonly [Value, ...Value[]]): Value {
    return values[this.upTo(values.length)] as Value
  }

  /** So many bytes that nobody wrote. */
  bytes(count: number): Buffer {
    return Buffer.from(Array.from({ length: count }, () => this.upTo(256)))
  }
}
