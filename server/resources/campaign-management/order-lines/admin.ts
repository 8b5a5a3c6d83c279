import { creatable, editableEntity, editedRow } from '#server/contracts/editable-entity.ts'
import { Id } from '#server/http/schema/fields.ts'
import { requireAdAccount } from '#server/resources/accounts/ad-accounts/service.ts'
import type { World } from '#server/worlds/world.ts'
import { type OrderLineRow, orderLineTable, removeOrderLine } from './repository.ts'
import { OrderLineCreate } from './schema.ts'
import { orderLineText } from './serialize.ts'
import { createOrderLine } from './service.ts'

/** Direct edits of order lines, which the API only reads: creation, change and deletion. */
export const orderLineKind = editableEntity({
  name: 'order_lines',
  change: OrderLineCreate.shape,
  edit(world: World, row: OrderLineRow, change) {
    return answered(world, orderLineTable.update(world.db, editedRow(row, change)))
  },
  creation: creatable({ ad_account_id: Id, ...OrderLineCreate.shape }, (world, { ad_account_id, ...item }) =>
    answered(world, createOrderLine(world, requireAdAccount(world, ad_account_id), item)),
  ),
  remove: ({ db }: World, { id }: OrderLineRow) => removeOrderLine(db, id),
})

function answered({ db }: World, { ad_account_id, id }: OrderLineRow): string {
  const row = orderLineTable.find(db, ad_account_id, id)
  if (row === undefined) throw new Error(`Order line ${id} was not stored`)
  return orderLineText(row)
}
