import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { OrderLineCreate } from './schema.ts'
import { createOrderLine } from './service.ts'

/** Order lines of a seed, each of an ad account. */
export const orderLineSeed = seedSection({
  name: 'order_lines',
  creation: OrderLineCreate,
  shape: { ad_account: aliasOf('ad_accounts') },
  create({ world, named, parsed }, { ad_account, ...item }) {
    const { account } = named('ad_accounts', ad_account)
    const { id } = createOrderLine(world, account.id, parsed(OrderLineCreate, item))
    return { id, account }
  },
})
