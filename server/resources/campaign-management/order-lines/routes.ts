import { ApiError } from '#server/domain/errors/api-errors.ts'
import { pageText, sequenceOf } from '#server/http/responses/pagination.ts'
import { sendJson } from '#server/http/responses/replies.ts'
import { AdAccountPath, Id } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { knownAdAccount } from '#server/resources/accounts/ad-accounts/service.ts'
import { findOrderLine, listOrderLines } from './repository.ts'
import { orderLineErrors } from './resource.ts'
import { OrderLine, OrderLineListQuery, OrderLinePage } from './schema.ts'
import { orderLineText } from './serialize.ts'

const OrderLinePath = AdAccountPath.extend({ order_line_id: Id.meta({ description: 'Order line ID.' }) })

/** Adds the operations on order lines, which only read. */
export function orderLineRoutes(app: Operations): void {
  app.operation('order_lines/list', {
    summary: 'List order lines',
    description: 'A page of the order lines of an ad account, by id. They come from the seed.',
    schema: { params: AdAccountPath, querystring: OrderLineListQuery, response: { 200: OrderLinePage } },
    handler: ({ params: { ad_account_id }, query, world }, reply) => {
      const { order = 'ASCENDING', page_size, bookmark } = query
      const filters = { ad_account_id, order }
      const list = { operation: 'order_lines/list', filters, page_size, bookmark }
      const after = sequenceOf(list)
      knownAdAccount(world, ad_account_id)
      const rows = listOrderLines(world.db, filters, { after, limit: page_size + 1 })
      return sendJson(reply, pageText(list, rows, orderLineText))
    },
  })

  app.operation('order_lines/get', {
    summary: 'Get an order line',
    description: 'One order line of the ad account.',
    schema: { params: OrderLinePath, response: { 200: OrderLine } },
    handler: ({ params: { ad_account_id, order_line_id }, world }, reply) => {
      knownAdAccount(world, ad_account_id)
      const row = findOrderLine(world.db, ad_account_id, order_line_id)
      if (row === undefined) throw new ApiError(orderLineErrors['order_line.path'])
      return sendJson(reply, orderLineText(row))
    },
  })
}
