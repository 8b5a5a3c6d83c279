import { isoOf } from '#server/domain/time/clock.ts'
import type { Lifecycle } from '#server/domain/time/lifecycle.ts'
import { type Progress, readProgressOf } from '#server/worlds/progress.ts'
import type { World } from '#server/worlds/world.ts'
import type { StoredOrderLine } from '../order-lines/schema.ts'
import type { InsertionOrderRow, OrderedLineRow } from './repository.ts'
import type {
  InsertionOrderStatus,
  InsertionOrderStatusName,
  SsioOrderLine,
  StoredInsertionOrder,
} from './response-schema.ts'

/** An order is approved after a minute, which is a decision of this project. */
export const approval: Lifecycle<'Pending' | 'Approved'> = [
  [0, 'Pending'],
  [60, 'Approved'],
]

/** Returns the status of an order, by the clock unless it is rejected. */
export const statusOf = (
  { is_rejected, submitted_at, id }: InsertionOrderRow,
  progress: Progress,
): InsertionOrderStatusName => (is_rejected === 1 ? 'Rejected' : progress.stateOf(approval, submitted_at, id))

/** Returns what makes the statuses of orders JSON text for reads. */
export const statusText = (world: World): ((row: InsertionOrderRow) => string) => {
  const progress = readProgressOf(world, 'insertion_orders')
  return (row) => statusTextOf(row, progress)
}

/** Returns the status of an order as JSON text. */
export function statusTextOf(row: InsertionOrderRow, progress: Progress): string {
  const { creation_time, pin_order_id }: StoredInsertionOrder = JSON.parse(row.json)
  const status: InsertionOrderStatus = { creation_time, pin_order_id, status: statusOf(row, progress) }
  return JSON.stringify(status)
}

const micro = 1_000_000

/** Returns what an order line is in units of the currency and in days: its end is the start of the day after the last. */
export const termsOf = ({ budget, start_time, end_time }: StoredOrderLine) => ({
  budget_amount: budget === null ? null : budget / micro,
  start_date: dayOf(start_time),
  end_date: end_time === null ? null : dayOf(end_time - 1),
})

/** Returns the order line of an insertion order as JSON text: the line itself has its name, budget, number and days. */
export function lineText({ json, line }: OrderedLineRow): string {
  const { id: _, creation_time: __, ...order }: StoredInsertionOrder = JSON.parse(json)
  const stored: StoredOrderLine = JSON.parse(line)
  const answer: SsioOrderLine = {
    ...order,
    ...termsOf(stored),
    ads_manager_order_line_id: stored.id,
    order_name: stored.name,
    po_number: stored.purchase_order_id,
  }
  return JSON.stringify(answer)
}

const dayOf = (seconds: number): string => isoOf(seconds * 1000).slice(0, 10)
