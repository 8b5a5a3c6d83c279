import type { Resource } from '#server/contracts/resource.ts'
import { idRange } from '#server/domain/ids.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { users } from '#server/resources/accounts/users/resource.ts'
import { catalogs } from '../catalogs/resource.ts'

/** The id range of local stores. No id is known: the range is assumed. */
export const localStoreIdRange = idRange('local_store', 5_708_100_000_000n)

/** The local stores resource: the shops of a business that have items of a catalog. */
export const localStores: Resource = {
  name: 'local_stores',
  parents: [users, adAccounts, catalogs],
  ids: [localStoreIdRange],
  operations: {
    'catalogs_local_stores/list': {},
    'catalogs_local_stores/create': { maxItems: Number.POSITIVE_INFINITY },
    'catalogs_local_stores/update': { maxItems: Number.POSITIVE_INFINITY },
    'catalogs_local_stores/delete': {},
  },
  routes: async () => (await import('./routes.ts')).localStoreRoutes,
  rules: async () => (await import('./rules.ts')).everyLocalStoreRule,
  seed: async () => (await import('./seed.ts')).localStoreSeed,
  edits: async () => (await import('./admin.ts')).localStoreKind,
}
