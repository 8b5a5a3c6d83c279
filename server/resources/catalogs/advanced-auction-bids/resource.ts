import type { Resource } from '#server/contracts/resource.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { users } from '#server/resources/accounts/users/resource.ts'
import { catalogs } from '../catalogs/resource.ts'
import { items } from '../items/resource.ts'
import { productGroups } from '../product-groups/resource.ts'

/** The resource of bid options for single items of catalogs. */
export const advancedAuctionBids: Resource = {
  name: 'advanced_auction_bids',
  parents: [users, adAccounts, catalogs, items, productGroups],
  tags: { advanced_auction: 'Bids and bid multipliers of single items of a retail catalog.' },
  operations: { 'advanced_auction_items_get/post': {}, 'advanced_auction_items_submit/post': { maxItems: 10_000 } },
  routes: async () => (await import('./routes.ts')).advancedAuctionBidRoutes,
  rules: async () => (await import('./rules.ts')).advancedAuctionRules,
  seed: async () => (await import('./seed.ts')).advancedAuctionBidSeed,
}
