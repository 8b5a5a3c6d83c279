import type { AdAccountContext } from '#server/domain/ads/ad-account.ts'
import type { World } from '#server/worlds/world.ts'
import type { OrderLineCreate, StoredOrderLine } from '../order-lines/schema.ts'
import { changeOrderLine, createOrderLine } from '../order-lines/service.ts'
import { billedCompanyOf, ssioAccountOf } from './company.ts'
import { creationRules } from './creation-rules.ts'
import { editedInsertionOrder, lineFieldsOf, newInsertionOrder } from './entity.ts'
import {
  findByLine,
  findOrderedLine,
  type InsertionOrderRow,
  insertionOrderTable,
  type OrderedLineRow,
} from './repository.ts'
import { namedOrderRules, orderRules } from './rules.ts'
import type { InsertionOrderCreate, InsertionOrderEdit, OrderFields } from './schema.ts'
import { termsOf } from './serialize.ts'

/** Creates an insertion order and its order line; throws when a rule refuses it. */
export function createInsertionOrder(
  world: World,
  account: AdAccountContext,
  sent: InsertionOrderCreate,
): InsertionOrderRow {
  const { start_date, end_date = null, budget_amount = null } = sent
  const ssio = ssioAccountOf(world, account)
  world.rules.assert(orderRules, { isEligible: ssio.eligible, start_date, end_date, budget_amount })
  world.rules.assert(creationRules, { account: ssio, sent })
  const line = createOrderLine(world, account, lineOf(sent))
  return insertInsertionOrder(world, account, sent, line.id)
}

/** Returns the order line of a creation, which is paid. */
export const lineOf = (sent: OrderFields): OrderLineCreate => ({
  name: sent.order_name ?? null,
  paid_type: 'PAID',
  ...lineFieldsOf(sent),
})

/** Stores the insertion order of an order line. */
export function insertInsertionOrder(
  world: World,
  account: AdAccountContext,
  item: OrderFields,
  order_line_id: string,
): InsertionOrderRow {
  const { db, clock } = world
  const seq = insertionOrderTable.nextSequence(db)
  const order = newInsertionOrder(item, {
    seq,
    now: clock.milliseconds(),
    account: ssioAccountOf(world, account),
    companyName: billedCompanyOf(world, account.id),
  })
  return insertionOrderTable.insert<InsertionOrderRow>(db, {
    seq,
    id: order.id,
    ad_account_id: account.id,
    pin_order: order.pin_order_id,
    order_line_id,
    submitted_at: clock.seconds(),
    is_rejected: 0,
    json: JSON.stringify(order),
  })
}

/** Edits the insertion order that the request names, and its line; one that was rejected is handed in again. */
export function editInsertionOrder(
  world: World,
  account: AdAccountContext,
  sent: InsertionOrderEdit,
): InsertionOrderRow {
  const { db, clock, rules } = world
  const found = namedOrder(world, account, sent)
  rules.assert(namedOrderRules, { found })
  const { line, ...row } = found as OrderedLineRow
  const before = termsOf(JSON.parse(line) as StoredOrderLine)
  const { budget_amount = before.budget_amount, end_date = before.end_date } = sent
  const start_date = sent.start_date ?? before.start_date
  rules.assert(orderRules, {
    isEligible: ssioAccountOf(world, account).can_edit,
    start_date,
    end_date,
    budget_amount,
  })
  changeOrderLine(world, account, row.order_line_id ?? '', lineFieldsOf(sent))
  return insertionOrderTable.update<InsertionOrderRow>(db, {
    ...row,
    ...(row.is_rejected === 1 && { is_rejected: 0, submitted_at: clock.seconds() }),
    json: JSON.stringify(editedInsertionOrder(JSON.parse(row.json), sent, clock.milliseconds())),
  })
}

/** Returns the order that all ids of the request name; undefined where they name none, or several. */
function namedOrder({ db }: World, { id }: AdAccountContext, sent: InsertionOrderEdit): OrderedLineRow | undefined {
  const { salesforce_order_id, salesforce_order_line_id, ads_manager_order_line_id } = sent
  const lines = [salesforce_order_line_id, ads_manager_order_line_id].filter((line) => line != null)
  const named = [
    ...(salesforce_order_id == null ? [] : [findOrderedLine(db, id, salesforce_order_id)]),
    ...lines.map((line) => findByLine(db, id, line)),
  ]
  const [first] = named
  return named.every((one) => one?.id === first?.id) ? first : undefined
}
