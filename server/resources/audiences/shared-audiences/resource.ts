import type { Resource } from '#server/contracts/resource.ts'
import { namedErrors } from '#server/domain/errors/entry.ts'
import { idRange } from '#server/domain/ids.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { users } from '#server/resources/accounts/users/resource.ts'
import { businesses } from '#server/resources/business-access/businesses/resource.ts'
import { audiences } from '../audiences/resource.ts'

/** The id range of shares of audiences, which no response of the API has. */
export const shareIdRange = idRange('shared_audience', 5_349_330_000_000_000_000n)

/** The error of a list of accounts for an audience that the ad account or business does not have. */
export const sharedAudienceErrors = namedErrors({
  'shared_audience.list': {
    status: 404,
    code: 404,
    message: 'Shared accounts not found.',
    evidence: 'documented',
    source: 'S523 ad_accounts_audiences_shared_accounts/list; the code is assumed',
    passes: 'The id of an audience that the ad account owns; for a business also of one that it has received.',
  },
})

/** Audiences that are shared between ad accounts and businesses. */
export const sharedAudiences: Resource = {
  name: 'shared_audiences',
  parents: [users, adAccounts, businesses, audiences],
  tags: { audience_sharing: 'Audiences that are shared between ad accounts and businesses. Restricted on Pinterest.' },
  ids: [shareIdRange],
  errors: sharedAudienceErrors,
  operations: {
    'ad_accounts_audiences_shared_accounts/list': {},
    update_ad_account_to_ad_account_shared_audience: {},
    update_ad_account_to_business_shared_audience: {},
    'shared_audiences_for_business/list': {},
    'business_account_audiences_shared_accounts/list': {},
    update_business_to_ad_account_shared_audience: {},
    update_business_to_business_shared_audience: {},
  },
  routes: async () => (await import('./routes.ts')).sharedAudienceRoutes,
  rules: async () => (await import('./rules.ts')).sharingRules,
  seed: async () => (await import('./seed.ts')).sharedAudienceSeed,
}
