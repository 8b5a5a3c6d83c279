import { figureColumns } from './columns.ts'
import { type FigureColumn, quantitiesOf } from './figure-column.ts'
import { Layout, type Quantity } from './quantities.ts'

/** How many impressions there are for each person, for so many in all: 1 for the first one, 7 for a million. Assumed. */
const frequencyOf = (impressions: number): number => 1 + Math.sqrt(impressions) / 160

/** Columns that are wanted together, and the sums that they follow from. */
export class ColumnSet {
  readonly layout: Layout
  readonly #values: readonly ((sums: Float64Array) => number | undefined)[]
  readonly #impressions: number

  /** @param names Names of figure columns, in the order of their values. */
  constructor(names: readonly string[]) {
    const columns = names.map((name) => figureColumns[name] as FigureColumn)
    this.layout = new Layout(['impressions', ...columns.flatMap(quantitiesOf)])
    this.#impressions = this.layout.slotOf('impressions')
    this.#values = columns.map((column) => this.#valueOf(column))
  }

  /**
   * Returns the value of each column; undefined for those that are left out of a row: what is 0, or divided by 0, except
   * what every row has of something that delivered (F40, F41).
   *
   * @param values Where they are written, for callers that look at one row after another.
   */
  valuesOf(sums: Float64Array, values: (number | undefined)[] = []): readonly (number | undefined)[] {
    for (let index = 0; index < this.#values.length; index++) values[index] = this.#values[index]?.(sums)
    return values
  }

  #valueOf(column: FigureColumn): (sums: Float64Array) => number | undefined {
    if ('people' in column) {
      const sum = this.#sumOf(column.people)
      return (sums) => {
        const impressions = sum(sums)
        if (impressions === 0) return undefined
        const people = Math.max(1, Math.floor(impressions / frequencyOf(impressions)))
        return column.isFrequency ? impressions / people : people
      }
    }
    const sum = this.#sumOf(column.sum)
    if ('by' in column) {
      const [by, times = 1] = [this.#sumOf(column.by), column.times]
      return (sums) => {
        const divisor = by(sums)
        return divisor === 0 ? undefined : (sum(sums) * times) / divisor || undefined
      }
    }
    const { unit = 1, isAlways = false } = column
    return (sums) => {
      const value = sum(sums)
      if (value === 0) return isAlways && (sums[this.#impressions] as number) > 0 ? 0 : undefined
      return value / unit
    }
  }

  #sumOf(quantities: readonly Quantity[]) {
    const slots = quantities.map((quantity) => this.layout.slotOf(quantity))
    const [only] = slots
    if (slots.length === 1 && only !== undefined) return (sums: Float64Array): number => sums[only] as number
    return (sums: Float64Array): number => slots.reduce((total, slot) => total + (sums[slot] as number), 0)
  }
}
