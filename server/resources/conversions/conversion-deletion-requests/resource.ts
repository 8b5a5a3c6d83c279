import type { Resource } from '#server/contracts/resource.ts'
import { namedErrors } from '#server/domain/errors/entry.ts'
import { assumedNotFound } from '#server/domain/errors/not-found.ts'
import { idOf, idRange } from '#server/domain/ids.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'

/** The id range of requests for deletion. No id is known: the range is assumed. */
export const deletionRequestIdRange = idRange('conversion_deletion_request', 7_140_000_000_000n)

/** The error for an unknown id of a request in a path. */
export const deletionRequestErrors = namedErrors({
  'conversion_deletion_request.path': assumedNotFound('Conversion deletion request not found.'),
})

/** The resource of requests to delete conversion events of people. */
export const conversionDeletionRequests: Resource = {
  name: 'conversion_deletion_requests',
  parents: [adAccounts],
  ids: [deletionRequestIdRange],
  examples: { request_id: idOf(deletionRequestIdRange, 1) },
  errors: deletionRequestErrors,
  operations: {
    'conversion_deletion_request/list': {},
    'conversion_deletion_request/create': {},
    'conversion_deletion_request/get': {},
    'conversion_deletion_request/delete': {},
  },
  routes: async () => (await import('./routes.ts')).deletionRequestRoutes,
  rules: async () => (await import('./rules.ts')).deletionRequestRules,
  seed: async () => (await import('./seed.ts')).deletionRequestSeed,
  edits: async () => (await import('./admin.ts')).deletionRequestKind,
}
