import { editedRow } from '#server/contracts/editable-entity.ts'
import type { AdAccountContext } from '#server/domain/ads/ad-account.ts'
import { idOf } from '#server/domain/ids.ts'
import type { World } from '#server/worlds/world.ts'
import { type OrderLineRow, orderLineTable } from './repository.ts'
import { orderLineIdRange } from './resource.ts'
import type { OrderLineCreate, StoredOrderLine } from './schema.ts'

/** Creates an order line of the account, for seeds and direct edits: the API only reads them. */
export function createOrderLine(
  world: World,
  { id: ad_account_id }: Pick<AdAccountContext, 'id'>,
  item: OrderLineCreate,
): OrderLineRow {
  const seq = orderLineTable.nextSequence(world.db)
  const orderLine: StoredOrderLine = {
    id: idOf(orderLineIdRange, seq),
    ad_account_id,
    name: item.name ?? null,
    budget: item.budget ?? null,
    paid_budget: item.paid_budget ?? null,
    paid_type: item.paid_type ?? null,
    purchase_order_id: item.purchase_order_id ?? null,
    start_time: item.start_time ?? world.clock.seconds(),
    end_time: item.end_time ?? null,
    status: item.status ?? 'ACTIVE',
    type: 'orderline',
  }
  return orderLineTable.insertEntity(world.db, orderLine, { seq })
}

/** Changes fields of an order line of the account: what is absent stays. */
export function changeOrderLine(
  { db }: World,
  { id: ad_account_id }: Pick<AdAccountContext, 'id'>,
  id: string,
  change: OrderLineCreate,
): void {
  const row = orderLineTable.find(db, ad_account_id, id)
  if (row === undefined) return
  const { seq, end_time, json } = row
  orderLineTable.update(db, editedRow({ seq, id, ad_account_id, end_time, json }, change))
}
