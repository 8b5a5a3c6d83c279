import type { Resource } from '#server/contracts/resource.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { adGroups } from '#server/resources/campaign-management/ad-groups/resource.ts'
import { ads } from '#server/resources/campaign-management/ads/resource.ts'
import { campaigns } from '#server/resources/campaign-management/campaigns/resource.ts'
import { analytics } from '../analytics/resource.ts'
import { delivery } from '../delivery/resource.ts'

/** The resource of figures by targeting. Its rules about days are those of analytics. */
export const targetingAnalytics: Resource = {
  name: 'targeting_analytics',
  parents: [adAccounts, campaigns, adGroups, ads, delivery, analytics],
  operations: {
    'ad_account_targeting_analytics/get': {},
    'campaign_targeting_analytics/get': {},
    'ad_groups_targeting_analytics/get': {},
    'ad_targeting_analytics/get': {},
  },
  routes: async () => (await import('./routes.ts')).targetingAnalyticsRoutes,
}
