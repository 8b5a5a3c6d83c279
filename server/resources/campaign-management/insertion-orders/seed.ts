import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { createOrderLine } from '../order-lines/service.ts'
import { findByLine } from './repository.ts'
import { InsertionOrderSeed } from './schema.ts'
import { insertInsertionOrder, lineOf } from './service.ts'

/** The seed section of insertion orders, each of an ad account; by one a line of the seed was bought, or one of its own. */
export const insertionOrderSeed = seedSection({
  name: 'insertion_orders',
  creation: InsertionOrderSeed,
  shape: { ad_account: aliasOf('ad_accounts'), order_line: aliasOf('order_lines').optional() },
  pull: {
    lists: [{ operation: 'ssio_order_lines/get_by_ad_account' }],
    fields: ({ accepted_terms_time, ...entity }) => ({
      ...entity,
      created_time: accepted_terms_time,
      order_line_id: entity.ads_manager_order_line_id,
    }),
  },
  create({ world, named, parsed, refuse }, { ad_account, order_line, ...item }) {
    const { account } = named('ad_accounts', ad_account)
    const sent = parsed(InsertionOrderSeed, item)
    const line = order_line === undefined ? undefined : named('order_lines', order_line)
    if (line !== undefined && line.account.id !== account.id) {
      return refuse(`the order line ${order_line} belongs to another ad account`)
    }
    const lineId = line?.id ?? createOrderLine(world, account, lineOf(sent)).id
    if (findByLine(world.db, account.id, lineId) !== undefined) {
      return refuse(`the order line ${order_line} has an insertion order already`)
    }
    return { id: insertInsertionOrder(world, account, sent, lineId).id, account }
  },
})
