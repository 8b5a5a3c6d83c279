import type { Resource } from '#server/contracts/resource.ts'
import { namedErrors } from '#server/domain/errors/entry.ts'
import { assumedNotFound } from '#server/domain/errors/not-found.ts'
import { idRange } from '#server/domain/ids.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'

/** The id range of customer lists. */
export const customerListIdRange = idRange('customer_list', 1_000_000n)

/** The error for an unknown id of a customer list in a path. */
export const customerListErrors = namedErrors({
  'customer_list.path': assumedNotFound('Customer list not found.'),
})

/** The customer lists resource. */
export const customerLists: Resource = {
  name: 'customer_lists',
  parents: [adAccounts],
  tags: { customer_lists: 'Customer lists: hashed identifiers of customers, for audiences.' },
  ids: [customerListIdRange],
  errors: customerListErrors,
  operations: {
    'customer_lists/list': {},
    'customer_lists/create': {},
    'customer_lists/get': {},
    'customer_lists/update': {},
  },
  states: ['PROCESSING', 'READY or TOO_SMALL'],
  routes: async () => (await import('./routes.ts')).customerListRoutes,
  rules: async () => (await import('./rules.ts')).customerListRules,
  seed: async () => (await import('./seed.ts')).customerListSeed,
  edits: async () => (await import('./admin.ts')).customerListKind,
}
