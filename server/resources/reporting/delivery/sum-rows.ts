import type { ColumnSet } from '#server/domain/delivery/column-set.ts'
import type { EntitySums } from './sum-table.ts'

/** How many rows are allocated at once: one by one takes several times as long. */
const rowsAtOnce = 16

/** The sums of one entity, which takes no room for buckets that it has nothing in. */
export class SumRows implements EntitySums {
  readonly #blocks: Float64Array[] = []
  /** By the position of a bucket, that of its row among all, from 1; undefined of one that nothing was added to. */
  readonly #places: (number | undefined)[] = []
  #count = 0
  #size = 0

  /** Adds sums to those of a bucket. */
  add(bucket: number, sums: Float64Array): void {
    const size = sums.length
    let place = this.#places[bucket]
    if (place === undefined) {
      place = this.#newPlace(size)
      this.#places[bucket] = place
    }
    const block = this.#blocks[Math.floor((place - 1) / rowsAtOnce)] as Float64Array
    const base = ((place - 1) % rowsAtOnce) * size
    for (let slot = 0; slot < size; slot++) block[base + slot] = (block[base + slot] as number) + (sums[slot] as number)
  }

  /** Returns the sums of a bucket; undefined where nothing was delivered. */
  at(bucket: number): Float64Array | undefined {
    const place = this.#places[bucket]
    if (place === undefined) return undefined
    const base = ((place - 1) % rowsAtOnce) * this.#size
    return this.#blocks[Math.floor((place - 1) / rowsAtOnce)]?.subarray(base, base + this.#size)
  }

  /** Puts the values of columns in a bucket into their places, and tells whether anything was delivered. */
  fill(bucket: number, columns: ColumnSet, values: Float64Array): boolean {
    const place = this.#places[bucket]
    if (place === undefined) return false
    const block = this.#blocks[Math.floor((place - 1) / rowsAtOnce)] as Float64Array
    columns.fill(block, ((place - 1) % rowsAtOnce) * this.#size, values)
    return true
  }

  /** Returns the sums themselves: nothing else uses their memory. */
  keep(): EntitySums {
    return this
  }

  /** Returns the sums of each bucket; undefined of one that nothing was added to. */
  get rows(): readonly (Float64Array | undefined)[] {
    return Array.from(this.#places, (_place, bucket) => this.at(bucket))
  }

  #newPlace(size: number): number {
    this.#size = size
    if (this.#count % rowsAtOnce === 0) this.#blocks.push(new Float64Array(size * rowsAtOnce))
    return ++this.#count
  }
}
