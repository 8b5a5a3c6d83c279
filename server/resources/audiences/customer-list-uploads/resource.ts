import type { Resource } from '#server/contracts/resource.ts'
import { namedErrors } from '#server/domain/errors/entry.ts'
import { assumedNotFound } from '#server/domain/errors/not-found.ts'
import { idRange } from '#server/domain/ids.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { customerLists } from '../customer-lists/resource.ts'

/** The id range of uploads. */
export const customerListUploadIdRange = idRange('customer_list_upload', 3_000_000n)

/** The error for an unknown id of an upload in a path. */
export const customerListUploadErrors = namedErrors({
  'customer_list_upload.path': assumedNotFound('Customer list upload not found.'),
})

/** The resource of uploads of records for customer lists. */
export const customerListUploads: Resource = {
  name: 'customer_list_uploads',
  parents: [adAccounts, customerLists],
  tags: { customer_list_uploads: 'Uploads of files with records of customer lists. Closed beta on Pinterest.' },
  ids: [customerListUploadIdRange],
  errors: customerListUploadErrors,
  operations: {
    'customer_list_uploads/create': {},
    'customer_list_uploads/get': {},
    'customer_list_uploads/run': {},
  },
  states: ['RUNNING', 'SUCCEEDED'],
  routes: async () => (await import('./routes.ts')).customerListUploadRoutes,
  rules: async () => (await import('./rules.ts')).uploadRules,
  seed: async () => (await import('./seed.ts')).customerListUploadSeed,
  edits: async () => (await import('./admin.ts')).customerListUploadKind,
}
