import type { Resource } from '#server/contracts/resource.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { adGroupEstimates } from '../ad-group-estimates/resource.ts'
import { adGroups } from '../ad-groups/resource.ts'

/** The resource of estimates of what a campaign would deliver. */
export const campaignDeliveryEstimates: Resource = {
  name: 'campaign_delivery_estimates',
  parents: [adAccounts, adGroupEstimates, adGroups],
  operations: { get_campaign_delivery_estimates: {} },
  routes: async () => (await import('./routes.ts')).deliveryEstimateRoutes,
  rules: async () => (await import('./rules.ts')).deliveryEstimateRules,
}
