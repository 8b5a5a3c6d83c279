import type { Resource } from '#server/contracts/resource.ts'
import { namedErrors } from '#server/domain/errors/entry.ts'
import { assumedNotFound } from '#server/domain/errors/not-found.ts'
import { idRange } from '#server/domain/ids.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { orderLines } from '../order-lines/resource.ts'

/** The id range of insertion orders, which only test control shows: the API has Pin order ids. */
export const insertionOrderIdRange = idRange('insertion_order', 4_744_000_000_000n)

/** The error for an unknown id of an insertion order in a path. */
export const insertionOrderErrors = namedErrors({
  'insertion_order.path': assumedNotFound('Insertion order not found.'),
})

/** The resource of insertion orders, by which order lines are bought. */
export const insertionOrders: Resource = {
  name: 'insertion_orders',
  parents: [adAccounts, orderLines],
  ids: [insertionOrderIdRange],
  examples: { pin_order_id: '0Q01N0000000001SAA' },
  errors: insertionOrderErrors,
  states: ['Pending', 'Approved'],
  operations: {
    'ssio_accounts/get': {},
    'ssio_insertion_order/create': {},
    'ssio_insertion_order/edit': {},
    'ssio_insertion_orders_status/get_by_ad_account': {},
    'ssio_insertion_orders_status/get_by_pin_order_id': {},
    'ssio_order_lines/get_by_ad_account': {},
  },
  routes: async () => (await import('./routes.ts')).insertionOrderRoutes,
  rules: async () => (await import('./rules.ts')).insertionOrderRules,
  seed: async () => (await import('./seed.ts')).insertionOrderSeed,
  edits: async () => (await import('./admin.ts')).insertionOrderKind,
}
