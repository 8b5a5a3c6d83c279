import type { Resource } from '#server/contracts/resource.ts'
import { namedErrors } from '#server/domain/errors/entry.ts'
import { idRange } from '#server/domain/ids.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { users } from '#server/resources/accounts/users/resource.ts'
import { pins } from '#server/resources/content/pins/resource.ts'
import { catalogs } from '../catalogs/resource.ts'
import { feedProcessingResults } from '../feed-processing-results/resource.ts'
import { feeds } from '../feeds/resource.ts'
import { items } from '../items/resource.ts'

/** The id range of product groups. */
export const productGroupIdRange = idRange('product_group', 443_700_000_000n)

/** The errors for what a business does not have in its catalogs. */
export const productGroupErrors = namedErrors({
  'product_group.no-catalog': {
    status: 409,
    code: 4182,
    message: "Can't access this feature without an existing catalog",
    evidence: 'observed',
    source: 'F80, F90: REC of product_groups/list, before anything about the parameters',
    passes: 'A call of a business that has a catalog: POST /v5/catalogs makes one.',
  },
  'product_group.path': {
    status: 404,
    code: 4180,
    message: 'Sorry! We could not find your catalogs product group.',
    evidence: 'documented',
    source: 'F89: S523',
  },
  'product_group.catalog': {
    status: 404,
    code: 678,
    message: "Sorry! We couldn't find that catalog. Please ensure you have access to a valid catalog id.",
    evidence: 'assumed',
    source: 'S523 of catalog reports; for product groups, and catalogs of another type, a decision of this project',
    passes: 'The id of a catalog that GET /v5/catalogs lists, of the catalog_type of the request.',
  },
})

const refused = { precondition: true } as const

/** The product groups resource: filters over the items of a catalog or feed. */
export const productGroups: Resource = {
  name: 'product_groups',
  parents: [users, adAccounts, pins, catalogs, items, feeds, feedProcessingResults],
  tags: { catalog_product_groups: 'Product groups: filters that choose items of a catalog.' },
  ids: [productGroupIdRange],
  errors: productGroupErrors,
  operations: {
    'catalogs_product_groups/list': refused,
    'catalogs_product_groups/create': refused,
    'catalogs_product_groups/create_many': refused,
    'catalogs_product_groups/get': refused,
    'catalogs_product_groups/update': refused,
    'catalogs_product_groups/delete': refused,
    'catalogs_product_groups/delete_many': refused,
    'catalogs_product_groups/product_counts_get': refused,
    'catalogs_product_group_pins/list': {},
    'products_by_product_group_filter/list': refused,
    'catalogs/available_filter_values': refused,
  },
  routes: async () => (await import('./routes.ts')).productGroupRoutes,
  rules: async () => (await import('./rules.ts')).allProductGroupRules,
  seed: async () => (await import('./seed.ts')).productGroupSeed,
  edits: async () => (await import('./admin.ts')).productGroupKind,
}
