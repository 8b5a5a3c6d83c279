import fc from '#test/support/fast-check.ts'

/** Random numbers and choices that are the same for the same seed. */
export class Random {
  readonly #numbers: readonly number[]
  #drawn = 0

  constructor(seed: number) {
    this.#numbers = fc.sample(fc.nat({ max: 0x7fff_ffff }), { numRuns: 99_991, seed })
  }

  /** Returns a whole number from 0 to one less than `most`. */
  upTo(most: number): number {
    const round = Math.floor(this.#drawn / this.#numbers.length)
    const number = this.#numbers[this.#drawn++ % this.#numbers.length] ?? 0
    return (number + round * 7919) % most
  }

  /** Returns true with a chance of one in `times`. */
  oneIn(times: number): boolean {
    return this.upTo(times) === 0
  }

  /** Returns one of the values. */
  of<Value>(values: readonly Value[]): Value {
    const value = values[this.upTo(values.length)]
    if (value === undefined && values.length === 0) throw new Error('There is nothing to choose from.')
    return value as Value
  }
}
