import type { Resource } from '#server/contracts/resource.ts'
import type { Deprecation } from '#server/domain/errors/deprecations.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { adGroups } from '../ad-groups/resource.ts'

const deprecations: readonly Deprecation[] = [
  {
    field: 'creative_types[]',
    value: 'SHOP_THE_PIN',
    note: 'COLLECTION took its place',
    evidence: 'documented',
    source: 'S523 AdGroupAudienceSizingRequest',
  },
]

/** The resource of estimates for ad groups: audience sizes and bid floors. */
export const adGroupEstimates: Resource = {
  name: 'ad_group_estimates',
  parents: [adAccounts, adGroups],
  operations: {
    'ad_groups_bid_floor/get': {},
    'ad_groups/audience_sizing': { deprecations },
  },
  routes: async () => (await import('./routes.ts')).adGroupEstimateRoutes,
}
