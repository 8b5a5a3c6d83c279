import { z } from 'zod'
import { type RowFilter, rowOperators } from '../reports/row-filters.ts'

const FilterValue = z.union([z.string(), z.number(), z.boolean()])
const Filters = z.array(
  z.object({
    field: z.string(),
    operator: z.enum(rowOperators),
    value: z.union([FilterValue, z.array(FilterValue)]),
  }),
)

/** Returns the filters in a text; undefined where it has another form. */
function filtersIn(text: string): readonly RowFilter[] | undefined {
  try {
    return Filters.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** Returns the filters in the text of a template; none where the text has another form. */
export const rowFiltersIn = (text: string | null): readonly RowFilter[] => filtersIn(text ?? '[]') ?? []

/** Tells whether a text has the form of filters. */
export const areFilters = (text: string): boolean => filtersIn(text) !== undefined
