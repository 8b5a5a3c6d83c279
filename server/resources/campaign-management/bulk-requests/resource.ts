import type { Resource } from '#server/contracts/resource.ts'
import { namedErrors } from '#server/domain/errors/entry.ts'
import { assumedNotFound } from '#server/domain/errors/not-found.ts'
import { idRange } from '#server/domain/ids.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { deliveryHistory } from '#server/resources/accounts/delivery-history/resource.ts'
import { adGroups } from '../ad-groups/resource.ts'
import { ads } from '../ads/resource.ts'
import { campaigns } from '../campaigns/resource.ts'
import { keywords } from '../keywords/resource.ts'
import { labels } from '../labels/resource.ts'
import { productGroupPromotions } from '../product-group-promotions/resource.ts'
import { schedules } from '../schedules/resource.ts'

/** The id range of bulk requests. */
export const bulkRequestIdRange = idRange('bulk_request', 2_990_050_000_000n)

/** The error for an unknown id of a bulk request in a path. */
export const bulkRequestErrors = namedErrors({
  'bulk_request.path': assumedNotFound('Bulk request not found.'),
})

/** The resource of bulk requests. */
export const bulkRequests: Resource = {
  name: 'bulk_requests',
  parents: [adAccounts, deliveryHistory, campaigns, adGroups, ads, keywords, labels, productGroupPromotions, schedules],
  tags: { bulk: 'Bulk: downloads and changes of many entities, with a file of results.' },
  ids: [bulkRequestIdRange],
  errors: bulkRequestErrors,
  operations: { 'bulk_download/create': {}, 'bulk_upsert/create': {}, 'bulk_request/get': {} },
  states: ['RUNNING', 'SUCCEEDED or FAILED'],
  routes: async () => (await import('./routes.ts')).bulkRequestRoutes,
  seed: async () => (await import('./seed.ts')).bulkRequestSeed,
  edits: async () => (await import('./admin.ts')).bulkRequestKind,
}
