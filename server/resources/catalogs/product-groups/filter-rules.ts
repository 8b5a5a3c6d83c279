import type { Rule } from '#server/domain/rules/rule.ts'

/** The operations that write product groups. */
export const writes = [
  'catalogs_product_groups/create',
  'catalogs_product_groups/create_many',
  'catalogs_product_groups/update',
]

/** What the rules have in common whose codes and texts are documented. */
export const documented = {
  refuses: 'request',
  status: 409,
  evidence: 'documented',
  source: 'F89: S523',
  literal: true,
} as const

/** The facts that the rules about filters evaluate. */
export interface FilterFacts {
  readonly filters: unknown
  /** Whether the filters can choose items, and refer to product groups that are there. */
  readonly isUsable: boolean
  /** Whether they are on fields that items of the type of the catalog have. */
  readonly fitsCatalog: boolean
}

const invalidFilters = {
  ...documented,
  operations: [...writes, 'products_by_product_group_filter/list'],
  fields: ['filters'],
  code: 4183,
  message: 'Catalog product group filters failed validation, please ensure all filters are set correctly.',
} as const

const filtersFitCatalog: Rule<FilterFacts> = {
  ...invalidFilters,
  id: 'product_group.filters.catalog-type',
  essential: true,
  evidence: 'assumed',
  source: 'F89: S523 for the code and the text; that filters of another type of catalog fail is assumed',
  passes: 'Filters on fields that items of the catalog have: those of its catalog_type.',
  sent: ({ filters }) => filters,
  violated: ({ fitsCatalog }) => !fitsCatalog,
}

const filtersValid: Rule<FilterFacts> = {
  ...invalidFilters,
  id: 'product_group.filters.valid',
  passes:
    'Up to 250 filters, each with values that its field knows; PRODUCT_GROUP with ids of other product groups of the business, which do not lead back to it.',
  sent: ({ filters }) => filters,
  violated: ({ isUsable }) => !isUsable,
}

/** Rules about filters that a request has without a product group. */
export const filterRules: readonly Rule<FilterFacts>[] = [filtersFitCatalog, filtersValid]
