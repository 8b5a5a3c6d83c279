import type { AttributeValue } from '../delivery/attribute-repository.ts'
import type { RowColumn } from './row-columns.ts'
import type { EntityRow } from './rows.ts'
import type { ReportCreate } from './schema.ts'

/** The operators of filters on rows, of requests and of templates. */
export const rowOperators = ['=', '!=', 'in', 'not_in', '~', '>', '<', 'contains_substring'] as const

/** A filter on the rows of a report: by a column, whether it is shown or not. */
export interface RowFilter {
  readonly field: string
  readonly operator: (typeof rowOperators)[number]
  readonly value: Value | readonly Value[]
}

type Value = string | number | boolean

const isEqual = (found: Value, value: Value): boolean => String(found) === String(value)
const contains = (found: Value, value: Value): boolean =>
  String(found).toLowerCase().includes(String(value).toLowerCase())

/** Compares the value of a row with one of a filter. Of several, one is enough; of what is excluded, none may be. */
const comparisons: Readonly<Record<RowFilter['operator'], (found: Value, values: readonly Value[]) => boolean>> = {
  '=': (found, values) => values.some((value) => isEqual(found, value)),
  in: (found, values) => values.some((value) => isEqual(found, value)),
  '!=': (found, values) => !values.some((value) => isEqual(found, value)),
  not_in: (found, values) => !values.some((value) => isEqual(found, value)),
  '~': (found, values) => values.some((value) => contains(found, value)),
  contains_substring: (found, values) => values.some((value) => contains(found, value)),
  '>': (found, values) => values.some((value) => Number(found) > Number(value)),
  '<': (found, values) => values.some((value) => Number(found) < Number(value)),
}

/** Returns the filters of a request as filters on rows. */
export const filtersOf = (filters: ReportCreate['metrics_filters']): readonly RowFilter[] =>
  (filters ?? []).map(({ field, operator, values }) => ({
    field,
    operator: operator === 'LESS_THAN' ? '<' : '>',
    value: values,
  }))

/**
 * Returns what tells whether a row stays. A figure without a value counts as 0, an attribute as no text.
 *
 * @param columns Where the value of each filter's column is.
 */
export function keeperOf(
  filters: readonly RowFilter[],
  columns: readonly RowColumn[],
): (figures: EntityRow['figures'], attributes: readonly AttributeValue[]) => boolean {
  return (figures, attributes) =>
    filters.every(({ operator, value }, index) => {
      const { figure, attribute } = columns[index] ?? {}
      const found = figure === undefined ? (attributes[attribute ?? -1] ?? '') : (figures[figure] ?? 0)
      return comparisons[operator](found, Array.isArray(value) ? value : [value as Value])
    })
}
