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

/** Returns the filters in the text of a template; none where the text has another form. */
export function rowFiltersIn(text: string | null): readonly RowFilter[] {
  try {
    const { success, data } = Filters.safeParse(JSON.parse(text ?? '[]'))
    return success ? data : []
  } catch {
    return []
  }
}

/** Tells whether a text has the form of filters. */
export function areFilters(text: string): boolean {
  try {
    return Filters.safeParse(JSON.parse(text)).success
  } catch {
    return false
  }
}
