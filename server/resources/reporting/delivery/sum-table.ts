import type { ColumnSet } from '#server/domain/delivery/column-set.ts'

/** The sums of one entity. They are valid until those of the next campaign are counted. */
export interface EntitySums {
  /** Returns the sums of a bucket; undefined where nothing was delivered. */
  at(bucket: number): Float64Array | undefined
  /** Puts the values of columns in a bucket into their places, and tells whether anything was delivered. */
  fill(bucket: number, columns: ColumnSet, values: Float64Array): boolean
  /** Returns the same sums, which stay valid. */
  keep(): EntitySums
}

/**
 * The sums of some entities, by bucket. All are in one block of memory, which is used again for the next entities: of a
 * long report, arrays of their own would take more than their numbers, and pile up until garbage is collected.
 */
export class SumTable {
  readonly #buckets: number
  readonly #size: number
  #block = new Float64Array()
  #isThere = new Uint8Array()

  /** @param size The number of sums in a row. */
  constructor(buckets: number, size: number) {
    this.#buckets = buckets
    this.#size = size
  }

  /** Clears all sums, and allocates room for a number of entities. */
  clear(entities: number): void {
    const rows = entities * this.#buckets
    if (rows > this.#isThere.length) {
      this.#block = new Float64Array(rows * this.#size)
      this.#isThere = new Uint8Array(rows)
    } else {
      this.#block.fill(0, 0, rows * this.#size)
      this.#isThere.fill(0, 0, rows)
    }
  }

  /** Adds sums to those of a bucket of an entity. */
  add(entity: number, bucket: number, sums: Float64Array): void {
    const row = entity * this.#buckets + bucket
    const start = row * this.#size
    this.#isThere[row] = 1
    for (let slot = 0; slot < sums.length; slot++) {
      this.#block[start + slot] = (this.#block[start + slot] as number) + (sums[slot] as number)
    }
  }

  /** Tells whether an entity has delivered anything. */
  has(entity: number): boolean {
    const first = entity * this.#buckets
    const found = this.#isThere.indexOf(1, first)
    return found >= 0 && found < first + this.#buckets
  }

  /** Returns the sums of an entity. */
  of(entity: number): EntitySums {
    return {
      at: (bucket) => {
        const row = entity * this.#buckets + bucket
        if (this.#isThere[row] !== 1) return undefined
        return this.#block.subarray(row * this.#size, (row + 1) * this.#size)
      },
      fill: (bucket, columns, values) => {
        const row = entity * this.#buckets + bucket
        if (this.#isThere[row] !== 1) return false
        columns.fill(this.#block, row * this.#size, values)
        return true
      },
      keep: () => this.#tableOf(entity).of(0),
    }
  }

  #tableOf(entity: number): SumTable {
    const table = new SumTable(this.#buckets, this.#size)
    const [from, to] = [entity * this.#buckets, (entity + 1) * this.#buckets]
    table.#block = this.#block.slice(from * this.#size, to * this.#size)
    table.#isThere = this.#isThere.slice(from, to)
    return table
  }

  /** Returns copies of the sums of an entity, by bucket. */
  copyOf(entity: number): readonly (Float64Array | undefined)[] {
    const sums = this.of(entity)
    return Array.from({ length: this.#buckets }, (_, bucket) => sums.at(bucket)?.slice())
  }
}
