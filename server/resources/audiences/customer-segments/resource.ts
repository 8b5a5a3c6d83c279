import type { Resource } from '#server/contracts/resource.ts'
import { namedErrors } from '#server/domain/errors/entry.ts'
import { assumedNotFound } from '#server/domain/errors/not-found.ts'
import { idRange } from '#server/domain/ids.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { audiences } from '../audiences/resource.ts'

/** The id range of customer segments: 5841155621967 was recorded (F3). */
export const customerSegmentIdRange = idRange('customer_segment', 5_841_155_000_000n)

/** The error for an unknown id of a customer segment in a body. */
export const customerSegmentErrors = namedErrors({
  'customer_segment.id': assumedNotFound('Customer segment not found.'),
})

/** The customer segments resource. */
export const customerSegments: Resource = {
  name: 'customer_segments',
  parents: [adAccounts, audiences],
  tags: { customer_segments: 'Customer segments: audiences that ad groups target together.' },
  ids: [customerSegmentIdRange],
  errors: customerSegmentErrors,
  operations: {
    'customer_segment/list': {},
    'customer_segment/create': {},
    'customer_segment/update': {},
  },
  routes: async () => (await import('./routes.ts')).customerSegmentRoutes,
  rules: async () => (await import('./rules.ts')).customerSegmentRules,
  seed: async () => (await import('./seed.ts')).customerSegmentSeed,
  edits: async () => (await import('./admin.ts')).customerSegmentKind,
}
