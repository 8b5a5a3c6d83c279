import { accountSeed } from '#server/contracts/seed-section.ts'
import { OrderLineCreate } from './schema.ts'
import { createOrderLine } from './service.ts'

/** Order lines of a seed, each of an ad account. */
export const orderLineSeed = accountSeed('order_lines', OrderLineCreate, createOrderLine)
