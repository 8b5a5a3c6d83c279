import type { Resource } from '#server/contracts/resource.ts'
import { namedErrors } from '#server/domain/errors/entry.ts'
import { idRange } from '#server/domain/ids.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { conversionTags } from '#server/resources/conversions/conversion-tags/resource.ts'
import { customerLists } from '../customer-lists/resource.ts'

/** The id range of audiences. */
export const audienceIdRange = idRange('audience', 2_542_600_000_000n)

/** The error for an unknown id of an audience in a path. */
export const audienceErrors = namedErrors({
  'audience.path': {
    status: 404,
    code: 2,
    message: 'Audience not found.',
    evidence: 'documented',
    source: 'S523 audiences/get; the code is assumed',
  },
})

/** The audiences resource. */
export const audiences: Resource = {
  name: 'audiences',
  parents: [adAccounts, conversionTags, customerLists],
  tags: { audiences: 'Audiences, which ad groups include or exclude.' },
  ids: [audienceIdRange],
  errors: audienceErrors,
  operations: {
    'audiences/list': {},
    'audiences/create': {},
    'audiences/get': {},
    'audiences/update': {},
  },
  states: ['INITIALIZING', 'READY or TOO_SMALL'],
  routes: async () => (await import('./routes.ts')).audienceRoutes,
  rules: async () => (await import('./rules.ts')).audienceRules,
  seed: async () => (await import('./seed.ts')).audienceSeed,
  edits: async () => (await import('./admin.ts')).audienceKind,
}
