import type { Resource } from '#server/contracts/resource.ts'
import { namedErrors } from '#server/domain/errors/entry.ts'
import { assumedNotFound } from '#server/domain/errors/not-found.ts'
import { idRange } from '#server/domain/ids.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'

/** The id range of order lines. */
export const orderLineIdRange = idRange('order_line', 549_100_000_000n)

/** The error for an unknown id of an order line in a path. */
export const orderLineErrors = namedErrors({
  'order_line.path': assumedNotFound('Order line not found.'),
})

/** The order lines resource, which the API only reads. */
export const orderLines: Resource = {
  name: 'order_lines',
  parents: [adAccounts],
  tags: { order_lines: 'Order lines: ordered budgets to which campaigns are billed. Read only.' },
  ids: [orderLineIdRange],
  errors: orderLineErrors,
  operations: {
    'order_lines/list': {},
    'order_lines/get': {},
  },
  routes: async () => (await import('./routes.ts')).orderLineRoutes,
  seed: async () => (await import('./seed.ts')).orderLineSeed,
  edits: async () => (await import('./admin.ts')).orderLineKind,
}
