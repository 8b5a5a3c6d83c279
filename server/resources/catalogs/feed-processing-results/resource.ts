import type { Resource } from '#server/contracts/resource.ts'
import { namedErrors } from '#server/domain/errors/entry.ts'
import { idRange } from '#server/domain/ids.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { users } from '#server/resources/accounts/users/resource.ts'
import { catalogs } from '../catalogs/resource.ts'
import { feeds } from '../feeds/resource.ts'
import { items } from '../items/resource.ts'

/** The id range of processing results. */
export const processingResultIdRange = idRange('processing_result', 118_620_967_800_000_000n)

/** The errors for processing results that cannot be listed. */
export const processingResultErrors = namedErrors({
  'processing_result.path': {
    status: 404,
    code: 4184,
    message: 'Sorry! We could not find your processing result.',
    evidence: 'documented',
    source: 'F89 (S523 items_issues/list)',
  },
})

/** The processing results resource: the outcome of each processing of a feed. */
export const feedProcessingResults: Resource = {
  name: 'feed_processing_results',
  parents: [users, adAccounts, catalogs, items, feeds],
  ids: [processingResultIdRange],
  errors: processingResultErrors,
  operations: {
    'feeds/ingest': {},
    'feed_processing_results/list': {},
    'items_issues/list': {},
  },
  states: ['QUEUED_FOR_PROCESSING', 'PROCESSING', 'COMPLETED, COMPLETED_EARLY or FAILED'],
  routes: async () => (await import('./routes.ts')).processingResultRoutes,
  rules: async () => (await import('./rules.ts')).processingResultRules,
  seed: async () => (await import('./seed.ts')).processingResultSeed,
  edits: async () => (await import('./admin.ts')).processingResultKind,
}
