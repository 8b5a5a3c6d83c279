import type { Resource } from '#server/contracts/resource.ts'
import { namedErrors } from '#server/domain/errors/entry.ts'
import { idRange } from '#server/domain/ids.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { users } from '#server/resources/accounts/users/resource.ts'

/** The id range of catalogs. */
export const catalogIdRange = idRange('catalog', 864_344_156_800_000_000n)

/** The error for an id in the path of no catalog of the business. */
export const catalogErrors = namedErrors({
  'catalog.path': {
    status: 404,
    code: 678,
    message: "Sorry! We couldn't find that catalog. Please ensure you have access to a valid catalog id.",
    evidence: 'assumed',
    source: 'S523 of catalog reports; for paths below a catalog a decision of this project',
    passes: 'The id of a catalog that GET /v5/catalogs lists.',
  },
})

/** The catalogs resource: the parents of the feeds, items and product groups of a business. */
export const catalogs: Resource = {
  name: 'catalogs',
  parents: [users, adAccounts],
  tags: { catalogs: 'Catalogs of a business: products, hotels or creative assets.' },
  ids: [catalogIdRange],
  errors: catalogErrors,
  operations: {
    'catalogs/list': {},
    'catalogs/create': {},
  },
  routes: async () => (await import('./routes.ts')).catalogRoutes,
  seed: async () => (await import('./seed.ts')).catalogSeed,
}
