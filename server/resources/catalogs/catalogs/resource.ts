import type { Resource } from '#server/contracts/resource.ts'
import { idRange } from '#server/domain/ids.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { users } from '#server/resources/accounts/users/resource.ts'

/** The id range of catalogs. */
export const catalogIdRange = idRange('catalog', 864_344_156_800_000_000n)

/** The catalogs resource: the parents of the feeds, items and product groups of a business. */
export const catalogs: Resource = {
  name: 'catalogs',
  parents: [users, adAccounts],
  tags: { catalogs: 'Catalogs of a business: products, hotels or creative assets.' },
  ids: [catalogIdRange],
  operations: {
    'catalogs/list': {},
    'catalogs/create': {},
  },
  routes: async () => (await import('./routes.ts')).catalogRoutes,
  seed: async () => (await import('./seed.ts')).catalogSeed,
}
