import { z } from 'zod'
import { editableEntity, startOfState } from '#server/contracts/editable-entity.ts'
import { progressOf } from '#server/worlds/progress.ts'
import type { World } from '#server/worlds/world.ts'
import { type InsertionOrderRow, insertionOrderNamed, insertionOrderTable } from './repository.ts'
import { insertionOrderStatuses } from './response-schema.ts'
import { approval, statusTextOf } from './serialize.ts'

/** Direct edits of insertion orders: the status, from which an order that is not rejected proceeds with the clock. */
export const insertionOrderKind = editableEntity({
  name: 'insertion_orders',
  find: insertionOrderNamed,
  change: { status: z.enum(insertionOrderStatuses).optional() },
  edit(world: World, row: InsertionOrderRow, { status }) {
    const changed = status === undefined ? row : insertionOrderTable.update(world.db, withStatus(world, row, status))
    return statusTextOf(changed, progressOf(world, 'insertion_orders'))
  },
  remove: ({ db }: World, { id }: InsertionOrderRow) => insertionOrderTable.remove(db, id),
})

function withStatus(
  world: World,
  row: InsertionOrderRow,
  status: (typeof insertionOrderStatuses)[number],
): InsertionOrderRow {
  if (status === 'Rejected') return { ...row, is_rejected: 1 }
  const state = { id: row.id, field: 'status', state: status }
  const start = startOfState(world, 'insertion_orders', approval, state)
  return { ...row, is_rejected: 0, submitted_at: start ?? row.submitted_at }
}
