import { itemAvailabilities, itemConditions } from './item-values.ts'

/** How a number of an item is compared. */
export type Comparison = 'GREATER_THAN' | 'GREATER_THAN_OR_EQUALS' | 'LESS_THAN' | 'LESS_THAN_OR_EQUALS'

/** What one filter says of a field of items: each field has some of these. */
export interface Criterion {
  readonly negated?: boolean | undefined
  readonly values?: number | string | readonly string[] | readonly (readonly string[])[] | undefined
  /** Whether a bound of MIN_PRICE or MAX_PRICE is itself within the range. */
  readonly inclusion?: boolean | undefined
  readonly filter_operator_type?: 'IS' | 'CONTAINS' | undefined
  readonly operator?: Comparison | undefined
  readonly value?: number | undefined
  readonly currency?: string | undefined
}

/** A filter on one field: an object with the field's name as its only key. */
export type Filter = Readonly<Partial<Record<string, Criterion>>>

/** The filters of a product group: items pass all of them, or any. Without any filter every item passes. */
export type Filters = { readonly all_of: readonly Filter[] } | { readonly any_of: readonly Filter[] }

/** One filter with the name of its field. */
export interface NamedFilter {
  readonly field: string
  readonly criterion: Criterion
}

/** Returns the filters of a product group, and whether items must pass all of them. */
export function namedFilters(filters: Filters): { readonly all: boolean; readonly named: readonly NamedFilter[] } {
  const all = 'all_of' in filters
  const named = (all ? filters.all_of : filters.any_of).flatMap((filter) =>
    Object.entries(filter).flatMap(([field, criterion]) => (criterion === undefined ? [] : [{ field, criterion }])),
  )
  return { all, named }
}

/** The fields in which case makes a difference: the ids that merchants give. */
export const exactFields: ReadonlySet<string> = new Set(['ITEM_ID', 'HOTEL_ID', 'CREATIVE_ASSETS_ID'])

/**
 * Returns a text that two lists of filters share when they say the same: in whatever order, and whether or not they name
 * defaults, or a value twice.
 */
export function canonicalFilters(filters: Filters): string {
  const { all, named } = namedFilters(filters)
  const texts = named.map(({ field, criterion }) => JSON.stringify([field, canonical(field, criterion)]))
  return JSON.stringify([all ? 'all_of' : 'any_of', ...[...new Set(texts)].sort()])
}

function canonical(field: string, { negated, values, inclusion, filter_operator_type, ...others }: Criterion): object {
  const textOf = (value: unknown): string =>
    exactFields.has(field) ? JSON.stringify(value) : JSON.stringify(value).toLowerCase()
  return {
    negated: negated === true,
    values: Array.isArray(values) ? [...new Set(values.map(textOf))].sort() : values,
    inclusion: inclusion !== false,
    operator_type: filter_operator_type ?? 'IS',
    ...others,
  }
}

const words: Readonly<Record<string, readonly string[]>> = {
  AVAILABILITY: itemAvailabilities,
  CONDITION: itemConditions,
}

/** Whether a filter can choose items at all: it has values, and they are among those that its field knows. */
export function isUsable({ field, criterion: { values } }: NamedFilter): boolean {
  if (!Array.isArray(values)) return true
  const known = words[field]
  return values.length > 0 && values.every((value) => value.length > 0 && (known?.includes(String(value)) ?? true))
}

/** Returns the ids of the product groups that filters refer to. */
export const referredGroups = (filters: Filters): readonly string[] =>
  namedFilters(filters).named.flatMap(({ field, criterion: { values } }) =>
    field === 'PRODUCT_GROUP' && Array.isArray(values) ? values.map(String) : [],
  )
