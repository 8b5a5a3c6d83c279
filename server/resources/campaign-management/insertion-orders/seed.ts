import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { createOrderLine } from '../order-lines/service.ts'
import { InsertionOrderSeed } from './schema.ts'
import { insertInsertionOrder, lineOf } from './service.ts'

/** The seed section of insertion orders, each of an ad account; by one a line of the seed was bought, or one of its own. */
export const insertionOrderSeed = seedSection({
  name: 'insertion_orders',
  creation: InsertionOrderSeed,
  shape: { ad_account: aliasOf('ad_accounts'), order_line: aliasOf('order_lines').optional() },
  create({ world, named, parsed }, { ad_account, order_line, ...item }) {
    const { account } = named('ad_accounts', ad_account)
    const sent = parsed(InsertionOrderSeed, item)
    const lineId =
      order_line === undefined ? createOrderLine(world, account, lineOf(sent)).id : named('order_lines', order_line).id
    return { id: insertInsertionOrder(world, account, sent, lineId).id, account }
  },
})
