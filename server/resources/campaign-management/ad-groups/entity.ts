import { isSet } from '#server/domain/ads/money.ts'
import { needsBid } from '#server/domain/ads/objectives.ts'
import { withOperations } from '#server/domain/ads/targeting.ts'
import { nullIf, nullIfEmpty, patched } from '#server/domain/patch.ts'
import type { StoredCampaign } from '../campaigns/schema.ts'
import type { AdGroupCreate, AdGroupUpdate, StoredAdGroup } from './schema.ts'

/** The id, campaign and creation time of a new ad group. */
export interface AdGroupContext {
  readonly id: string
  readonly campaign: StoredCampaign
  /** Unix seconds. */
  readonly now: number
}

/** Returns the ad group that a creation stores: an absent field gets the default value of the real service. */
export function newAdGroup(item: AdGroupCreate, { id, campaign, now }: AdGroupContext): StoredAdGroup {
  const adGroup: StoredAdGroup = {
    id,
    created_time: now,
    updated_time: now,
    start_time: item.start_time ?? null,
    end_time: item.end_time ?? null,
    bid_in_micro_currency: item.bid_in_micro_currency ?? null,
    budget_in_micro_currency: item.budget_in_micro_currency ?? null,
    campaign_id: campaign.id,
    ad_account_id: campaign.ad_account_id,
    auto_targeting_enabled: item.auto_targeting_enabled ?? true,
    type: 'adgroup',
    budget_type: item.budget_type ?? (campaign.is_campaign_budget_optimization ? 'CBO_ADGROUP' : 'DAILY'),
    billable_event: item.billable_event,
    status: item.status ?? 'ACTIVE',
    lifetime_frequency_cap: item.lifetime_frequency_cap ?? -1,
    targeting_spec: item.targeting_spec ?? {},
    name: item.name,
    placement_group: item.placement_group ?? 'ALL',
    pacing_delivery_type: item.pacing_delivery_type ?? 'STANDARD',
    tracking_urls: nullIfEmpty(item.tracking_urls),
    conversion_learning_mode_type: null,
    feed_profile_id: item.feed_profile_id ?? '0',
    placement_traffic_type: item.placement_traffic_type ?? null,
    optimization_goal_metadata: item.optimization_goal_metadata ?? {},
    targeting_template_ids: templates(item.targeting_template_ids),
    is_creative_optimization: item.is_creative_optimization ?? null,
    promotion_id: nullIf(item.promotion_id, '0'),
    promotion_ids: item.promotion_ids ?? [],
    promotion_application_level: item.promotion_application_level ?? null,
    bid_multiplier: item.bid_multiplier || null,
    ext_features: item.ext_features ?? null,
    bid_strategy_type: item.bid_strategy_type ?? impliedStrategy(item, campaign),
    enabled_catalog_expansion: false,
  }
  return withRare(adGroup, item)
}

/** Returns the ad group after an update. Null clears a nullable field and leaves any other as it is. */
export function changedAdGroup(before: StoredAdGroup, item: AdGroupUpdate, now: number): StoredAdGroup {
  const after: StoredAdGroup = {
    ...before,
    updated_time: now,
    start_time: patched(item.start_time, before.start_time),
    end_time: patched(item.end_time, before.end_time),
    bid_in_micro_currency: patched(item.bid_in_micro_currency, before.bid_in_micro_currency),
    budget_in_micro_currency: patched(item.budget_in_micro_currency, before.budget_in_micro_currency),
    campaign_id: item.campaign_id ?? before.campaign_id,
    auto_targeting_enabled: item.auto_targeting_enabled ?? before.auto_targeting_enabled,
    budget_type: item.budget_type ?? before.budget_type,
    billable_event: item.billable_event ?? before.billable_event,
    status: item.status ?? before.status,
    lifetime_frequency_cap: patched(item.lifetime_frequency_cap, before.lifetime_frequency_cap) ?? -1,
    targeting_spec: item.targeting_spec ?? withOperations(before.targeting_spec, item.targeting_spec_operations ?? []),
    name: item.name ?? before.name,
    placement_group: item.placement_group ?? before.placement_group,
    pacing_delivery_type: item.pacing_delivery_type ?? before.pacing_delivery_type,
    tracking_urls: nullIfEmpty(patched(item.tracking_urls, before.tracking_urls)),
    feed_profile_id: item.feed_profile_id ?? before.feed_profile_id,
    placement_traffic_type: patched(item.placement_traffic_type, before.placement_traffic_type),
    optimization_goal_metadata: patched(item.optimization_goal_metadata, before.optimization_goal_metadata) ?? {},
    targeting_template_ids: templates(patched(item.targeting_template_ids, before.targeting_template_ids)),
    is_creative_optimization: patched(item.is_creative_optimization, before.is_creative_optimization),
    promotion_id: nullIf(patched(item.promotion_id, before.promotion_id), '0'),
    promotion_ids: patched(item.promotion_ids, before.promotion_ids) ?? [],
    promotion_application_level: patched(item.promotion_application_level, before.promotion_application_level),
    bid_multiplier: patched(item.bid_multiplier, before.bid_multiplier) || null,
    ext_features: patched(item.ext_features, before.ext_features),
    bid_strategy_type: patched(item.bid_strategy_type, before.bid_strategy_type ?? strategyOfBid(item)),
  }
  return withRare(after, item)
}

const strategyOfBid = ({ bid_in_micro_currency }: Pick<AdGroupUpdate, 'bid_in_micro_currency'>) =>
  isSet(bid_in_micro_currency) ? ('MAX_BID' as const) : null

/**
 * Returns the default bid strategy: MAX_BID with a bid (observed), otherwise automatic, unless the campaign's objective
 * requires a bid.
 */
function impliedStrategy(item: AdGroupCreate, campaign: StoredCampaign): StoredAdGroup['bid_strategy_type'] {
  return strategyOfBid(item) ?? (needsBid(campaign.objective_type, item.billable_event) ? null : 'AUTOMATIC_BID')
}

/** Adds the fields that responses have only where they are set. */
function withRare(adGroup: StoredAdGroup, item: AdGroupCreate | AdGroupUpdate): StoredAdGroup {
  if (item.customer_segment_id === '0' || item.customer_segment_id === null) delete adGroup.customer_segment_id
  else if (item.customer_segment_id !== undefined) adGroup.customer_segment_id = item.customer_segment_id
  if (item.is_local_inventory != null) adGroup.is_local_inventory = item.is_local_inventory
  if (item.local_inventory_radius_in_miles != null) {
    adGroup.local_inventory_radius_in_miles = item.local_inventory_radius_in_miles
  }
  if (item.performance_plus_campaign_settings != null) {
    adGroup.performance_plus_campaign_settings = item.performance_plus_campaign_settings
  }
  return adGroup
}

const templates = (ids: readonly string[] | null | undefined): string[] | null =>
  ids === undefined || ids === null || ids.length === 0 || ids[0] === '0' ? null : [...ids]
