import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { CustomerListCreate } from './schema.ts'
import { createCustomerList } from './service.ts'

/** Customer lists of a seed, each of an ad account. */
export const customerListSeed = seedSection({
  name: 'customer_lists',
  creation: CustomerListCreate,
  shape: { ad_account: aliasOf('ad_accounts') },
  create({ world, named, parsed }, { ad_account, ...item }) {
    const { account } = named('ad_accounts', ad_account)
    const { id } = createCustomerList(world, account, parsed(CustomerListCreate, item))
    return { id, account }
  },
})
