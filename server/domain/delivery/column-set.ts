import { figureColumns } from './columns.ts'
import { type FigureColumn, quantitiesOf } from './figure-column.ts'
import { Layout, type Quantity } from './quantities.ts'

/** How many impressions there are for each person, for so many in all: 1 for the first one, 7 for a million. Assumed. */
const frequencyOf = (impressions: number): number => 1 + Math.sqrt(impressions) / 160

/** Puts the value of a column into its place: NaN when it is left out of the row. Nothing is returned, which takes longer. */
type Fill = (sums: Float64Array, base: number, values: Float64Array) => void
type Sum = (sums: Float64Array, base: number) => number

/** Columns that are wanted together, and the sums that they follow from. */
export class ColumnSet {
  readonly layout: Layout
  /** The number of columns. */
  readonly size: number
  readonly #fills: readonly Fill[]
  readonly #impressions: number
  readonly #filled: Float64Array

  /** @param names Names of figure columns, in the order of their values. */
  constructor(names: readonly string[]) {
    const columns = names.map((name) => figureColumns[name] as FigureColumn)
    this.layout = new Layout(['impressions', ...columns.flatMap(quantitiesOf)])
    this.size = columns.length
    this.#filled = new Float64Array(columns.length)
    this.#impressions = this.layout.slotOf('impressions')
    this.#fills = columns.map((column, place) => this.#fillOf(column, place))
  }

  /**
   * Returns the value of each column; undefined for those that are left out of a row: what is 0, or divided by 0, except
   * what every row has of something that delivered (F40, F41).
   *
   * @param values Where they are written, for callers that look at one row after another.
   */
  valuesOf(sums: Float64Array, values: (number | undefined)[] = []): readonly (number | undefined)[] {
    const filled = this.#filled
    this.fill(sums, 0, filled)
    for (let place = 0; place < filled.length; place++) {
      const value = filled[place] as number
      values[place] = Number.isNaN(value) ? undefined : value
    }
    return values
  }

  /**
   * Puts the value of each column into its place; NaN for those that are left out.
   *
   * @param base Where the sums begin.
   */
  fill(sums: Float64Array, base: number, values: Float64Array): void {
    const fills = this.#fills
    for (let place = 0; place < fills.length; place++) (fills[place] as Fill)(sums, base, values)
  }

  #fillOf(column: FigureColumn, place: number): Fill {
    if ('people' in column) {
      const sum = this.#sumOf(column.people)
      return (sums, base, values) => {
        const impressions = sum(sums, base)
        const people = Math.max(1, Math.floor(impressions / frequencyOf(impressions)))
        values[place] = impressions === 0 ? Number.NaN : column.isFrequency ? impressions / people : people
      }
    }
    const sum = this.#sumOf(column.sum)
    if ('by' in column) {
      const [by, times = 1] = [this.#sumOf(column.by), column.times]
      return (sums, base, values) => {
        const divisor = by(sums, base)
        values[place] = divisor === 0 ? Number.NaN : (sum(sums, base) * times) / divisor || Number.NaN
      }
    }
    const { unit = 1, isAlways = false } = column
    const impressions = this.#impressions
    return (sums, base, values) => {
      const value = sum(sums, base)
      const isShown = value !== 0 || (isAlways && (sums[base + impressions] as number) > 0)
      values[place] = isShown ? value / unit : Number.NaN
    }
  }

  #sumOf(quantities: readonly Quantity[]): Sum {
    const slots = quantities.map((quantity) => this.layout.slotOf(quantity))
    const [only] = slots
    if (slots.length === 1 && only !== undefined) return (sums, base) => sums[base + only] as number
    return (sums, base) => {
      let total = 0
      for (let index = 0; index < slots.length; index++) total += sums[base + (slots[index] as number)] as number
      return total
    }
  }
}
