import type { Resource } from '#server/contracts/resource.ts'
import { namedErrors } from '#server/domain/errors/entry.ts'
import { assumedNotFound } from '#server/domain/errors/not-found.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { audiences } from '#server/resources/audiences/audiences/resource.ts'

/** The error for an unknown id of an interest in a path. */
export const targetingOptionErrors = namedErrors({
  'interest.path': assumedNotFound('Interest not found.'),
})

/** The targeting options resource: the values that ad groups can target. */
export const targetingOptions: Resource = {
  name: 'targeting_options',
  parents: [adAccounts, audiences],
  examples: { targeting_type: 'INTEREST', interest_id: '945391946569' },
  errors: targetingOptionErrors,
  operations: {
    'targeting_options/get': {},
    'interest_targeting_options/get': {},
  },
  routes: async () => (await import('./routes.ts')).targetingOptionRoutes,
}
