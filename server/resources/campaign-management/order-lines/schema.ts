import { z } from 'zod'
import { Order, pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import { Id, LongText, Micro, UnixTime } from '#server/http/schema/fields.ts'

const paidTypes = ['PAID', 'BONUS', 'MAKE_GOOD', 'TEST'] as const
const statuses = ['ACTIVE', 'PAUSED', 'DELETED'] as const

const fields = {
  name: LongText.nullable().meta({ description: 'Order line name.', example: 'Summer, insertion order 7' }),
  budget: Micro.nullable().meta({ description: 'Amount in micro-currency.', example: 250_000_000 }),
  paid_budget: Micro.nullable().meta({ description: 'Paid part of the budget, in micro-currency.' }),
  paid_type: z.enum(paidTypes).nullable(),
  purchase_order_id: LongText.nullable().meta({ example: 'PO-2026-17' }),
  end_time: UnixTime.nullable().meta({
    description: 'Unix time in seconds. Campaigns cannot use the order line from then on.',
  }),
}
const start_time = UnixTime.meta({ description: 'Unix time in seconds.' })
const status = z.enum(statuses)

/** An order line in a response. */
export const OrderLine = z
  .object({
    id: Id,
    ad_account_id: Id,
    ...fields,
    start_time,
    status,
    type: z.literal('orderline'),
    campaign_ids: z
      .array(Id)
      .meta({ description: 'Ids of the campaigns that use the order line.', example: ['626700000102'] }),
  })
  .meta({ id: 'OrderLine', description: 'An order line: an ordered budget to which campaigns are billed.' })

/** An order line of a seed or a direct edit: the API creates none. */
export const OrderLineCreate = z.object(fields).partial().extend({
  start_time: start_time.optional(),
  status: status.optional(),
})

/** The query parameters of a list. */
export const OrderLineListQuery = z.object({ order: Order, ...pageQuery })

/** The response of a list. */
export const OrderLinePage = pageOf(OrderLine).meta({ id: 'OrderLinePage' })

export type OrderLineCreate = z.output<typeof OrderLineCreate>

/** An order line as it is stored: the response without `campaign_ids`, which is looked up. */
export type StoredOrderLine = Omit<z.output<typeof OrderLine>, 'campaign_ids'>
