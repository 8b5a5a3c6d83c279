import { accountSeed } from '#server/contracts/seed-section.ts'
import { OrderLineCreate } from './schema.ts'
import { createOrderLine } from './service.ts'

/** The seed section of order lines, each of an ad account. */
export const orderLineSeed = accountSeed('order_lines', OrderLineCreate, createOrderLine, {
  lists: [{ operation: 'order_lines/list', query: { order: 'ASCENDING' } }],
})
