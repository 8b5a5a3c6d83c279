import type { Resource } from '#server/contracts/resource.ts'
import { idRange } from '#server/domain/ids.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { users } from '#server/resources/accounts/users/resource.ts'
import { pins } from '#server/resources/content/pins/resource.ts'
import { catalogs } from '../catalogs/resource.ts'
import { feedProcessingResults } from '../feed-processing-results/resource.ts'
import { feeds } from '../feeds/resource.ts'
import { items } from '../items/resource.ts'
import { localStores } from '../local-stores/resource.ts'

/** The id range of items of local inventory, which only exports show. */
export const localInventoryItemIdRange = idRange('local_inventory_item', 5_709_100_000_000n)

/** The local inventory: what local stores have of the items of their catalog. */
export const localInventoryItems: Resource = {
  name: 'local_inventory_items',
  parents: [users, adAccounts, pins, catalogs, items, feeds, feedProcessingResults, localStores],
  ids: [localInventoryItemIdRange],
  operations: { 'catalogs_local_inventory_items/post': {} },
  routes: async () => (await import('./routes.ts')).localInventoryRoutes,
  seed: async () => (await import('./seed.ts')).localInventoryItemSeed,
}
