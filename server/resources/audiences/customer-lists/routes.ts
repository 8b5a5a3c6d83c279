import { replyWithPage, requestedPage } from '#server/http/responses/list.ts'
import { sendJson } from '#server/http/responses/replies.ts'
import { AdAccountPath } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { requireAdAccount } from '#server/resources/accounts/ad-accounts/service.ts'
import { progressOf, readProgressOf } from '#server/worlds/progress.ts'
import { listCustomerLists } from './repository.ts'
import {
  CustomerList,
  CustomerListCreate,
  CustomerListListQuery,
  CustomerListPage,
  CustomerListPath,
  CustomerListUpdate,
} from './schema.ts'
import { customerListText, listedCustomerListText } from './serialize.ts'
import { changeCustomerList, createCustomerList, requireCustomerList } from './service.ts'

/** Adds the operations on customer lists. */
export function customerListRoutes(app: Operations): void {
  app.operation('customer_lists/list', {
    summary: 'List customer lists',
    description: "Returns a page of the ad account's customer lists, ordered by id.",
    schema: { params: AdAccountPath, querystring: CustomerListListQuery, response: { 200: CustomerListPage } },
    handler: ({ operation, params: { ad_account_id }, query, world }, reply) => {
      const { order = 'ASCENDING', exclude_nca = false } = query
      const filters = { ad_account_id, order, exclude_nca }
      const page = requestedPage({ operation, query }, filters)
      requireAdAccount(world, ad_account_id)
      const progress = readProgressOf(world, 'customer_lists')
      const rows = listCustomerLists(world.db, filters, page)
      return replyWithPage(reply, page, rows, (row) => listedCustomerListText(row, progress))
    },
  })

  app.operation('customer_lists/create', {
    summary: 'Create a customer list',
    description:
      "Creates a customer list. Records are counted at once. After a minute of the world's clock the status is READY, or TOO_SMALL with fewer than 100 records.",
    schema: { params: AdAccountPath, body: CustomerListCreate, response: { 200: CustomerList } },
    handler: ({ params, body, world }, reply) => {
      const account = requireAdAccount(world, params.ad_account_id)
      const row = world.write(() => createCustomerList(world, account, body))
      return sendJson(reply, customerListText(row, progressOf(world, 'customer_lists')))
    },
  })

  app.operation('customer_lists/get', {
    summary: 'Get a customer list',
    description: 'Returns one customer list of the ad account.',
    schema: { params: CustomerListPath, response: { 200: CustomerList } },
    handler: ({ params: { ad_account_id, customer_list_id }, world }, reply) => {
      const row = requireCustomerList(world, requireAdAccount(world, ad_account_id), customer_list_id)
      return sendJson(reply, customerListText(row, readProgressOf(world, 'customer_lists')))
    },
  })

  app.operation('customer_lists/update', {
    summary: 'Add or remove records',
    description: 'Adds or removes one batch of records. Duplicates and unknown records count as well.',
    schema: { params: CustomerListPath, body: CustomerListUpdate, response: { 200: CustomerList } },
    handler: ({ params: { ad_account_id, customer_list_id }, body, world }, reply) => {
      const stored = requireCustomerList(world, requireAdAccount(world, ad_account_id), customer_list_id)
      const row = world.write(() => changeCustomerList(world, stored, body))
      return sendJson(reply, customerListText(row, progressOf(world, 'customer_lists')))
    },
  })
}
