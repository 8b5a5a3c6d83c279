import type { EntitySums } from '../delivery/sum-table.ts'

/**
 * The sums of many entities on some dates, in one block of memory: rows of long reports by date are collected before the
 * first of them is written.
 */
export class DatedSums {
  readonly #size: number
  readonly #dates: number
  readonly #block: Float64Array
  readonly #isThere: Uint8Array

  /** @param size The number of sums in a row. */
  constructor({ entities, dates, size }: { readonly entities: number; readonly dates: number; readonly size: number }) {
    this.#size = size
    this.#dates = dates
    this.#block = new Float64Array(entities * dates * size)
    this.#isThere = new Uint8Array(entities * dates)
  }

  /** Takes the rows of an entity in place of those of an earlier one at the same position. */
  set(entity: number, sums: EntitySums): void {
    for (let date = 0; date < this.#dates; date++) {
      const [row, position] = [sums.at(date), entity * this.#dates + date]
      this.#isThere[position] = row === undefined ? 0 : 1
      if (row !== undefined) this.#block.set(row, position * this.#size)
    }
  }

  /** Returns the sums of an entity on a date; undefined where nothing was delivered. */
  at(entity: number, date: number): Float64Array | undefined {
    const position = entity * this.#dates + date
    if (this.#isThere[position] !== 1) return undefined
    return this.#block.subarray(position * this.#size, (position + 1) * this.#size)
  }
}
