import type { Resource } from '#server/contracts/resource.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { deliveryHistory } from '#server/resources/accounts/delivery-history/resource.ts'
import { adGroups } from '#server/resources/campaign-management/ad-groups/resource.ts'
import { ads } from '#server/resources/campaign-management/ads/resource.ts'
import { campaigns } from '#server/resources/campaign-management/campaigns/resource.ts'
import { conversionEvents } from '#server/resources/conversions/conversion-events/resource.ts'

/** What ads delivered: read from entities and their history by every report, and stored nowhere. */
export const delivery: Resource = {
  name: 'delivery',
  parents: [adAccounts, deliveryHistory, conversionEvents, campaigns, adGroups, ads],
}
