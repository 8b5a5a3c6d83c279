import { routesFor } from '#server/collections/routes-for.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { adAccountOwner } from '#server/resources/accounts/ad-accounts/owner.ts'
import { customerListTable, listCustomerLists } from './repository.ts'
import { customerListErrors } from './resource.ts'
import {
  CustomerList,
  CustomerListCreate,
  CustomerListListQuery,
  CustomerListPage,
  CustomerListPath,
  CustomerListUpdate,
} from './schema.ts'
import { customerListTexts, listedCustomerListTexts } from './serialize.ts'
import { changeCustomerList, createCustomerList } from './service.ts'

const customerLists = routesFor({
  owner: adAccountOwner,
  table: customerListTable,
  text: customerListTexts,
  listed: listedCustomerListTexts,
})
const customerList = customerLists.entity(CustomerListPath, customerListErrors['customer_list.path'])

/** Adds the operations on customer lists. */
export function customerListRoutes(app: Operations): void {
  app.operation('customer_lists/list', {
    summary: 'List customer lists',
    description: 'A page of the customer lists of an ad account, by id.',
    ...customerLists.narrowedList(CustomerListListQuery, CustomerListPage, {
      filters: ({ order = 'ASCENDING', exclude_nca = false }) => ({ order, exclude_nca }),
      rows: listCustomerLists,
    }),
  })

  app.operation('customer_lists/create', {
    summary: 'Create a customer list',
    description: 'Its records are counted at once. After a minute it is READY, or TOO_SMALL with fewer than 100.',
    ...customerLists.create(CustomerListCreate, CustomerList, createCustomerList),
  })

  app.operation('customer_lists/get', {
    summary: 'Get a customer list',
    description: 'One customer list of the ad account.',
    ...customerList.get(CustomerList),
  })

  app.operation('customer_lists/update', {
    summary: 'Add records or remove them',
    description: 'Each call is a batch. Records count even when they are there already, or not there to be removed.',
    ...customerList.update(CustomerListUpdate, CustomerList, (world, _account, row, item) =>
      changeCustomerList(world, row, item),
    ),
  })
}
