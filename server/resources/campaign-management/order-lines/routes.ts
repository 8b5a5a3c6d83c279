import { routesFor } from '#server/collections/routes-for.ts'
import { AdAccountPath, Id } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { adAccountOwner } from '#server/resources/accounts/ad-accounts/owner.ts'
import { orderLineTable } from './repository.ts'
import { orderLineErrors } from './resource.ts'
import { OrderLine, OrderLineListQuery, OrderLinePage } from './schema.ts'
import { orderLineText } from './serialize.ts'

const orderLines = routesFor({ owner: adAccountOwner, table: orderLineTable, text: () => orderLineText })
const orderLine = orderLines.entity(AdAccountPath.extend({ order_line_id: Id }), orderLineErrors['order_line.path'])

/** Adds the operations that read order lines. */
export function orderLineRoutes(app: Operations): void {
  app.operation('order_lines/list', {
    summary: 'List order lines',
    description: "Returns a page of the ad account's order lines, ordered by id. Order lines come from the seed.",
    ...orderLines.list(OrderLineListQuery, OrderLinePage),
  })

  app.operation('order_lines/get', {
    summary: 'Get an order line',
    description: 'Returns one order line of the ad account.',
    ...orderLine.get(OrderLine),
  })
}
