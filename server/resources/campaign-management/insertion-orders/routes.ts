import { entityFinder } from '#server/collections/entity-routes.ts'
import { routesFor } from '#server/collections/routes-for.ts'
import { sendJson } from '#server/http/responses/replies.ts'
import { AdAccountPath } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { adAccountOwner } from '#server/resources/accounts/ad-accounts/owner.ts'
import { requireAdAccount } from '#server/resources/accounts/ad-accounts/service.ts'
import { SsioAccount } from './account-schema.ts'
import { ssioAccountOf } from './company.ts'
import { findInsertionOrder, insertionOrderTable, listOrderedLines } from './repository.ts'
import { insertionOrderErrors } from './resource.ts'
import { InsertionOrderStatus, InsertionOrderStatusPage, SsioOrderLinePage } from './response-schema.ts'
import {
  InsertionOrderCreate,
  InsertionOrderEdit,
  InsertionOrderListQuery,
  InsertionOrderReply,
  PinOrderPath,
  SsioOrderLineListQuery,
} from './schema.ts'
import { lineText, statusText } from './serialize.ts'
import { createInsertionOrder, editInsertionOrder } from './service.ts'

const orders = routesFor({ owner: adAccountOwner, table: insertionOrderTable, text: statusText })
const orderIn = entityFinder({
  owner: adAccountOwner,
  table: { find: findInsertionOrder },
  path: PinOrderPath,
  notFound: insertionOrderErrors['insertion_order.path'],
})

/** Adds the operations on insertion orders. */
export function insertionOrderRoutes(app: Operations): void {
  app.operation('ssio_accounts/get', {
    summary: 'Get what insertion orders need',
    description: 'Returns companies, addresses, terms and marketing partners that insertion orders refer to.',
    schema: { params: AdAccountPath, response: { 200: SsioAccount } },
    handler: ({ params, world }, reply) =>
      sendJson(reply, JSON.stringify(ssioAccountOf(world, requireAdAccount(world, params.ad_account_id)))),
  })

  app.operation('ssio_insertion_order/create', {
    summary: 'Create an insertion order',
    description: 'Creates an insertion order, which is pending for a minute, and the order line that it buys.',
    schema: { params: AdAccountPath, body: InsertionOrderCreate, response: { 200: InsertionOrderReply } },
    handler: ({ params, body, world }, reply) => {
      const account = requireAdAccount(world, params.ad_account_id)
      const row = world.write(() => createInsertionOrder(world, account, body))
      return sendJson(reply, JSON.stringify({ pin_order_id: row.pin_order }))
    },
  })

  app.operation('ssio_insertion_order/edit', {
    summary: 'Edit an insertion order',
    description: 'Changes an insertion order and its order line. null clears a field.',
    schema: { params: AdAccountPath, body: InsertionOrderEdit, response: { 200: InsertionOrderReply } },
    handler: ({ params, body, world }, reply) => {
      const account = requireAdAccount(world, params.ad_account_id)
      const row = world.write(() => editInsertionOrder(world, account, body))
      return sendJson(reply, JSON.stringify({ pin_order_id: row.pin_order }))
    },
  })

  app.operation('ssio_insertion_orders_status/get_by_ad_account', {
    summary: 'List insertion orders',
    description: "Returns a page of the statuses of the ad account's insertion orders.",
    ...orders.list(InsertionOrderListQuery, InsertionOrderStatusPage),
  })

  app.operation('ssio_insertion_orders_status/get_by_pin_order_id', {
    summary: 'Get the status of an insertion order',
    description: 'Returns the status of one insertion order.',
    schema: { params: PinOrderPath, response: { 200: InsertionOrderStatus } },
    handler: (request, reply) => sendJson(reply, statusText(request.world)(orderIn(request))),
  })

  app.operation('ssio_order_lines/get_by_ad_account', {
    summary: 'List order lines of insertion orders',
    description: 'Returns a page of the order lines that insertion orders have bought.',
    ...routesFor({ owner: adAccountOwner, table: insertionOrderTable }).narrowedList(
      SsioOrderLineListQuery,
      SsioOrderLinePage,
      {
        filters: ({ pin_order_id }) => ({ pin_order_id }),
        rows: (db, filters, page) =>
          listOrderedLines(db, filters, page).map((row) => ({ ...row, json: lineText(row) })),
      },
    ),
  })
}
