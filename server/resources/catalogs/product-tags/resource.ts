import type { Resource } from '#server/contracts/resource.ts'
import { idRange } from '#server/domain/ids.ts'
import { userWebsites } from '#server/resources/accounts/user-websites/resource.ts'
import { users } from '#server/resources/accounts/users/resource.ts'
import { pins } from '#server/resources/content/pins/resource.ts'
import { catalogs } from '../catalogs/resource.ts'
import { items } from '../items/resource.ts'

/** The id range of product tags, which only exports show. */
export const productTagIdRange = idRange('product_tag', 5_707_100_000_000n)

/** The product tags resource: items of catalogs that Pins are tagged with. */
export const productTags: Resource = {
  name: 'product_tags',
  parents: [users, userWebsites, pins, catalogs, items],
  ids: [productTagIdRange],
  operations: {
    'product_tags/list': {},
    'product_tags/bulk_add': {},
    'product_tags/bulk_delete': {},
  },
  routes: async () => (await import('./routes.ts')).productTagRoutes,
  rules: async () => (await import('./rules.ts')).productTagRules,
  seed: async () => (await import('./seed.ts')).productTagSeed,
}
