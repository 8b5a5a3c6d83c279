import type { World } from '#server/worlds/world.ts'
import { byId } from '../delivery/entities.ts'
import type { ReportLevel } from '../delivery/levels.ts'
import { adGroupsOf, adsOf, adsOfCampaigns, type OfCampaign, productGroupsOf } from './repository.ts'
import { adAnalyticsRules } from './rules.ts'
import type { AdAnalyticsQuery } from './schema.ts'
import type { Selection } from './service.ts'

const selected = (level: ReportLevel, entities: readonly OfCampaign[]): Selection => ({
  level,
  campaignIds: [...new Set(entities.map(({ campaign_id }) => campaign_id))].sort(byId),
  ids: new Set(entities.map(({ id }) => id)),
})

/** Returns the selection of campaigns; the loader leaves out those of other ad accounts. */
export const campaignsIn = (ids: readonly string[]): Selection => ({
  level: 'campaign',
  campaignIds: [...new Set(ids)].sort(byId),
})

/** Returns the selection of the account's ad groups with these ids. */
export const adGroupsIn = ({ readable }: World, accountId: string, ids: readonly string[]): Selection =>
  selected('ad_group', adGroupsOf(readable, accountId, ids))

/** Returns the selection of the account's ads that match all filters; throws where too few are named. */
export function adsIn(
  { readable, rules }: World,
  accountId: string,
  filters: Pick<AdAnalyticsQuery, 'ad_ids' | 'campaign_ids' | 'pin_ids'>,
): Selection {
  rules.assert(adAnalyticsRules, filters)
  const { ad_ids, campaign_ids = [], pin_ids } = filters
  const ads =
    ad_ids === undefined ? adsOfCampaigns(readable, accountId, campaign_ids) : adsOf(readable, accountId, ad_ids)
  const matching = ads.filter(
    ({ campaign_id, pin_id }) =>
      (filters.campaign_ids?.includes(campaign_id) ?? true) && (pin_ids?.includes(pin_id) ?? true),
  )
  return selected('ad', matching)
}

/** Returns the selection of Pins that ads of a campaign show. */
export const pinsIn = (campaignId: string, pinIds: readonly string[]): Selection => ({
  level: 'pin',
  campaignIds: [campaignId],
  ids: new Set(pinIds),
})

/** Returns the selection of the account's product group promotions with these ids. */
export const productGroupsIn = ({ readable }: World, accountId: string, ids: readonly string[]): Selection =>
  selected('product_group', productGroupsOf(readable, accountId, ids))
