import type { Quantity } from './quantities.ts'

/** A column of figures, worked out from the sums of its row. */
export type FigureColumn =
  | {
      /** Quantities that are added. */
      readonly sum: readonly Quantity[]
      /** What one unit of the column is in units of the quantities; 1 when absent. */
      readonly unit?: number
      /** Whether it stands in the row of everything that delivered, though it is 0 (F41). */
      readonly isAlways?: boolean
    }
  | {
      /** Quantities that are added, and divided by the sum of others: absent where that is 0. */
      readonly sum: readonly Quantity[]
      readonly by: readonly Quantity[]
      readonly times?: number
    }
  /** People: fewer than impressions, more of which are of the same people the more there are. */
  | { readonly people: readonly Quantity[]; readonly isFrequency?: boolean }

/** Returns the quantities that a column follows from. */
export const quantitiesOf = (column: FigureColumn): readonly Quantity[] =>
  'people' in column ? column.people : 'by' in column ? [...column.sum, ...column.by] : column.sum
