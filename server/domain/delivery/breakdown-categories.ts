import { countBefore, lineLength, positionOf } from './breakdown-sequence.ts'
import type { BreakdownValue, Cell } from './breakdown-types.ts'

const tableSize = 256
const tableStep = lineLength / tableSize

/** Impressions for each cell up to which walking them is faster than working their number out. */
const walkedPerCell = 30

/** The values of a breakdown, and where on the line the impressions lie that have them. */
export class Categories {
  /** The values; what has none counts nowhere. */
  readonly values: readonly BreakdownValue[]
  /** By cell: where it ends on the line, and the position of its value; -1 for none. */
  readonly #ends: readonly number[]
  readonly #places: readonly number[]
  /** The first cell that reaches into each of equal parts of the line. */
  readonly #table: Uint16Array

  constructor(cells: readonly Cell[]) {
    const whole = cells.reduce((sum, { weight }) => sum + weight, 0)
    const ends: number[] = []
    const values: BreakdownValue[] = []
    const places: number[] = []
    let weight = 0
    let latest: BreakdownValue | null | undefined
    for (const cell of cells) {
      weight += cell.weight
      const end = Math.round((weight / whole) * lineLength)
      if (cell.value === latest) {
        ends[ends.length - 1] = end
        continue
      }
      latest = cell.value
      ends.push(end)
      if (cell.value === null) places.push(-1)
      else {
        if (!values.includes(cell.value)) values.push(cell.value)
        places.push(values.indexOf(cell.value))
      }
    }
    this.values = values
    this.#ends = ends
    this.#places = places
    this.#table = Uint16Array.from({ length: tableSize }, (_, part) => ends.findIndex((end) => end > part * tableStep))
  }

  /** Returns the place of the value at a position of the line; -1 where there is none. */
  valueAt(position: number): number {
    let cell = this.#table[Math.floor(position / tableStep)] as number
    while ((this.#ends[cell] as number) <= position) cell++
    return this.#places[cell] as number
  }

  /** Adds how many of the things after one number up to another have each value, to counts by the value's place. */
  addCounts(counts: Float64Array, from: number, to: number, offset: number): void {
    if (to - from <= walkedPerCell * this.#ends.length) {
      for (let nth = from + 1; nth <= to; nth++) {
        const value = this.valueAt(positionOf(nth, offset))
        if (value >= 0) counts[value] = (counts[value] as number) + 1
      }
      return
    }
    let before = 0
    for (let cell = 0; cell < this.#ends.length; cell++) {
      const end = this.#ends[cell] as number
      const until = countBefore(end, to, offset) - countBefore(end, from, offset)
      const value = this.#places[cell] as number
      if (value >= 0) counts[value] = (counts[value] as number) + until - before
      before = until
    }
  }
}
