import type { Resource } from '#server/contracts/resource.ts'
import { namedErrors } from '#server/domain/errors/entry.ts'
import { idRange } from '#server/domain/ids.ts'
import { deliveryHistory } from '../delivery-history/resource.ts'
import { scheduledChanges } from '../scheduled-changes/resource.ts'
import { users } from '../users/resource.ts'

/** The id range of ad accounts. */
export const adAccountIdRange = idRange('ad_account', 549_755_885_175n)

/** The errors of a call that empties a sandbox. */
export const adAccountErrors = namedErrors({
  'sandbox.ad_account': {
    status: 400,
    code: 1,
    message: 'Invalid ad account id',
    evidence: 'documented',
    source: 'S523 sandbox/delete',
    passes: 'The id of an ad account of this world: GET /v5/ad_accounts lists them.',
  },
})

/** The ad accounts resource. */
export const adAccounts: Resource = {
  name: 'ad_accounts',
  parents: [users, deliveryHistory, scheduledChanges],
  tags: { ad_accounts: 'Ad accounts. All ads data belongs to one.' },
  ids: [adAccountIdRange],
  errors: adAccountErrors,
  operations: {
    'ad_accounts/list': {},
    'ad_accounts/create': {},
    'ad_accounts/get': {},
    'sandbox/delete': {},
  },
  routes: async () => (await import('./routes.ts')).adAccountRoutes,
  rules: async () => (await import('./rules.ts')).adAccountRules,
  seed: async () => (await import('./seed.ts')).adAccountSeed,
  edits: async () => (await import('./admin.ts')).adAccountKind,
}
