import type { Resource } from '#server/contracts/resource.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { adGroups } from '#server/resources/campaign-management/ad-groups/resource.ts'
import { ads } from '#server/resources/campaign-management/ads/resource.ts'
import { campaigns } from '#server/resources/campaign-management/campaigns/resource.ts'
import { productGroupPromotions } from '#server/resources/campaign-management/product-group-promotions/resource.ts'
import { pins } from '#server/resources/content/pins/resource.ts'
import { delivery } from '../delivery/resource.ts'

/** The resource of figures that are answered at once: computed from the history of entities on each call. */
export const analytics: Resource = {
  name: 'analytics',
  parents: [adAccounts, pins, campaigns, adGroups, ads, productGroupPromotions, delivery],
  operations: {
    'ad_account/analytics': {},
    'campaigns/analytics': {},
    'ad_groups/analytics': {},
    'ads/analytics': {},
    'ad_pins/analytics': {},
    'product_groups/analytics': {},
  },
  routes: async () => (await import('./routes.ts')).analyticsRoutes,
  async rules() {
    const { adAnalyticsRules, reportDayRules } = await import('./rules.ts')
    return [...reportDayRules, ...adAnalyticsRules]
  },
}
