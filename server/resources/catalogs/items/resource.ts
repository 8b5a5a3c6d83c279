import type { Resource } from '#server/contracts/resource.ts'
import { firstContentId, idRange } from '#server/domain/ids.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { users } from '#server/resources/accounts/users/resource.ts'
import { catalogs } from '../catalogs/resource.ts'

/** The id range of product Pins, one for each item: in the upper half of the ids of Pins. */
export const productPinIdRange = idRange('product_pin', firstContentId('pin') + (1n << 35n))

/** The items resource: the products, hotels and creative assets of catalogs. */
export const items: Resource = {
  name: 'items',
  parents: [users, adAccounts, catalogs],
  ids: [productPinIdRange],
  seed: async () => (await import('./seed.ts')).itemSeed,
}
