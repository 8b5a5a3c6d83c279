import type { Resource } from '#server/contracts/resource.ts'
import { idRange } from '#server/domain/ids.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { deliveryHistory } from '#server/resources/accounts/delivery-history/resource.ts'
import { scheduledChanges } from '#server/resources/accounts/scheduled-changes/resource.ts'
import { adGroups } from '#server/resources/campaign-management/ad-groups/resource.ts'
import { ads } from '#server/resources/campaign-management/ads/resource.ts'
import { campaigns } from '#server/resources/campaign-management/campaigns/resource.ts'
import { conversionEvents } from '#server/resources/conversions/conversion-events/resource.ts'

/** The id range of figures that were set. */
export const deliveryIdRange = idRange('delivery_figure', 7_990_000_000_000n)

/** What ads delivered: read from entities and their history by every report. Figures that were set are stored. */
export const delivery: Resource = {
  name: 'delivery',
  parents: [adAccounts, deliveryHistory, scheduledChanges, conversionEvents, campaigns, adGroups, ads],
  ids: [deliveryIdRange],
  seed: async () => (await import('./seed.ts')).deliverySeed,
}
