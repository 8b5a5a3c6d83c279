import type { Rule, RuleEntry } from '#server/domain/rules/rule.ts'
import { type MerchantFacts, merchantRules } from '#server/resources/accounts/users/merchant-rules.ts'
import { deletions, productGroupDeleteRules, productGroupUpdateRules } from './change-rules.ts'
import { documented, type FilterFacts, filterRules, writes } from './filter-rules.ts'

/** Rules about whether a business may change its product groups at all. */
export const productGroupMerchantRules: readonly Rule<MerchantFacts>[] = merchantRules(
  'product_group',
  [...writes, ...deletions],
  ['disapproved', 'under-review'],
  { evidence: 'documented', source: 'F89 (S523 of all writes of product groups)' },
)

/** Rules about whether a business may look at its product groups, and at what filters could choose, at all. */
export const productGroupReadRules: readonly Rule<MerchantFacts>[] = merchantRules(
  'product_group.read',
  ['catalogs_product_groups/list', 'catalogs_product_groups/get', 'catalogs/available_filter_values'],
  ['disapproved', 'under-review'],
  { evidence: 'documented', source: 'F89 (S523 of these reads)' },
)

/** Rules about whether a business may look at what filters choose. */
export const productsByFilterRules: readonly Rule<MerchantFacts>[] = merchantRules(
  'product_group.products',
  ['products_by_product_group_filter/list'],
  ['disapproved', 'under-review'],
  { evidence: 'assumed', source: 'F163 for the status; that it is for the state of the business is assumed' },
)

/** The facts that the rules of product groups evaluate. */
export interface ProductGroupFacts extends FilterFacts {
  readonly name: string
  /** Another product group of the scope with the same name, and one with the same filters. */
  readonly namesake: unknown
  readonly sameFilters: unknown
  /** The country and locale that it has, of a product group of a retail catalog and no feed; undefined for others. */
  readonly place?: { readonly country: string | null; readonly locale: string | null } | undefined
  /** Whether it is for no country, and what the request says of one. */
  readonly isInternational: boolean
  readonly sentPlace: unknown
}

/** Rules about what a product group is, in the order in which violations are reported. */
export const productGroupRules: readonly Rule<ProductGroupFacts>[] = [
  {
    ...documented,
    id: 'product_group.place.required',
    operations: writes,
    fields: ['country', 'locale'],
    status: 400,
    code: 6136,
    message: 'A catalog product group must have a country and locale specified.',
    passes: 'country and locale beside the catalog_id of a retail catalog.',
    sent: ({ place }) => place,
    violated: ({ place, isInternational }) =>
      place !== undefined && !isInternational && (place.country === null || place.locale === null),
  },
  {
    ...documented,
    id: 'product_group.place.international',
    operations: ['catalogs_product_groups/update'],
    fields: ['country', 'locale'],
    status: 400,
    code: 6137,
    message: 'An international product group cannot have a country or locale specified.',
    passes: 'An update of an international product group without country and locale.',
    sent: ({ sentPlace }) => sentPlace,
    violated: ({ isInternational, sentPlace }) => isInternational && sentPlace !== undefined,
  },
  ...filterRules,
  {
    ...documented,
    id: 'product_group.name.taken',
    operations: writes,
    fields: ['name'],
    code: 4179,
    message: 'A catalogs product group with this name already exists for this feed.',
    passes: 'Another name; the same one in another feed, or for another country and locale of the catalog.',
    sent: ({ name }) => name,
    violated: ({ namesake }) => namesake !== undefined,
  },
  {
    ...documented,
    id: 'product_group.filters.taken',
    operations: writes,
    fields: ['filters'],
    code: 4178,
    message: 'A catalogs product group with these filters already exists for this feed.',
    passes: 'Other filters: their order makes no difference.',
    sent: ({ filters }) => filters,
    violated: ({ sameFilters }) => sameFilters !== undefined,
  },
]

/** All rules of product groups. */
export const allProductGroupRules: readonly RuleEntry[] = [
  ...productGroupMerchantRules,
  ...productGroupReadRules,
  ...productsByFilterRules,
  ...productGroupRules,
  ...productGroupUpdateRules,
  ...productGroupDeleteRules.slice(1),
]
