import { found } from '#server/domain/errors/found.ts'
import { replyWithPage, requestedPage } from '#server/http/responses/list.ts'
import { sendJson } from '#server/http/responses/replies.ts'
import { AdAccountPath, Id } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { requireAdAccount } from '#server/resources/accounts/ad-accounts/service.ts'
import { listOrderLines, orderLineTable } from './repository.ts'
import { orderLineErrors } from './resource.ts'
import { OrderLine, OrderLineListQuery, OrderLinePage } from './schema.ts'
import { orderLineText } from './serialize.ts'

const OrderLinePath = AdAccountPath.extend({ order_line_id: Id.meta({ description: 'Order line ID.' }) })

/** Adds the operations that read order lines. */
export function orderLineRoutes(app: Operations): void {
  app.operation('order_lines/list', {
    summary: 'List order lines',
    description: 'A page of the order lines of an ad account, by id. They come from the seed.',
    schema: { params: AdAccountPath, querystring: OrderLineListQuery, response: { 200: OrderLinePage } },
    handler: ({ operation, params: { ad_account_id }, query, world }, reply) => {
      const { order = 'ASCENDING' } = query
      const filters = { ad_account_id, order }
      const page = requestedPage({ operation, query }, filters)
      requireAdAccount(world, ad_account_id)
      const rows = listOrderLines(world.db, filters, page)
      return replyWithPage(reply, page, rows, orderLineText)
    },
  })

  app.operation('order_lines/get', {
    summary: 'Get an order line',
    description: 'One order line of the ad account.',
    schema: { params: OrderLinePath, response: { 200: OrderLine } },
    handler: ({ params: { ad_account_id, order_line_id }, world }, reply) => {
      requireAdAccount(world, ad_account_id)
      const row = found(orderLineTable.find(world.db, ad_account_id, order_line_id), orderLineErrors['order_line.path'])
      return sendJson(reply, orderLineText(row))
    },
  })
}
