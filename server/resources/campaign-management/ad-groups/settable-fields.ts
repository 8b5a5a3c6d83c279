import { z } from 'zod'
import { EntityStatus, IgnoredAccountId, LongId, Micro, TrackingUrls, UnixTime } from '#server/http/schema/fields.ts'
import { PlacementGroup, PlacementTraffic, TargetingSpec } from '#server/http/schema/targeting-fields.ts'
import { PerformancePlusSettings } from '../campaigns/schema.ts'
import { OptimizationGoal } from './optimization-goal.ts'

/** The kinds of budget. */
export const budgetTypes = ['DAILY', 'LIFETIME', 'CBO_ADGROUP'] as const
/** The bid strategies. */
export const bidStrategies = ['AUTOMATIC_BID', 'MAX_BID', 'TARGET_AVG'] as const
/** How fast a budget is spent. */
export const pacings = ['STANDARD', 'ACCELERATED'] as const
/** What the promotions of an ad group apply to. */
export const promotionLevels = ['NONE', 'ITEM', 'AD_GROUP'] as const

/** The targeting template of an ad group, as a list. */
export const TemplateIds = z.array(LongId).max(1).meta({ description: 'At most one template id. ["0"] removes it.' })

const features = ['TRENDS', 'CLONE_META', 'BULK_EDITOR', 'AD_ROTATION'] as const
/** Tools with which an ad group was created. */
export const ExtraFeatures = z
  .object({ enabled: z.array(z.enum(features)).nullish() })
  .meta({ id: 'AdGroupTrackingFeatures', description: 'Tools with which the ad group was created.' })

/**
 * The fields that creation and update share, all optional. Null counts as absent in a creation; an update clears the
 * field.
 */
export const settable = {
  ad_account_id: IgnoredAccountId,
  status: EntityStatus.nullish(),
  bid_in_micro_currency: Micro.nullish().meta({
    description: 'Maximum bid in micro-currency.',
    example: 5_000_000,
  }),
  bid_strategy_type: z
    .enum(bidStrategies)
    .nullish()
    .meta({ description: 'Bid strategy. With a bid it defaults to MAX_BID on creation.' }),
  bid_multiplier: z
    .number()
    .min(0)
    .max(10)
    .nullish()
    .meta({ description: 'Multiplier of bids: 0.1 to 10. 0 removes it.' }),
  budget_in_micro_currency: Micro.nullish().meta({
    description: 'Budget in micro-currency. Required without campaign budget optimization.',
  }),
  budget_type: z.enum(budgetTypes).nullish().meta({
    description: 'Budget type. Defaults to DAILY on creation, or to CBO_ADGROUP with campaign budget optimization.',
  }),
  start_time: UnixTime.nullish().meta({ description: 'Unix time in seconds. Defaults to the time of the campaign.' }),
  end_time: UnixTime.nullish().meta({ description: 'Unix time in seconds. Defaults to the time of the campaign.' }),
  lifetime_frequency_cap: z
    .int()
    .min(-1)
    .nullish()
    .meta({ description: 'Maximum impressions per person in 30 days. -1: no maximum.' }),
  pacing_delivery_type: z.enum(pacings).nullish(),
  placement_group: PlacementGroup.nullish(),
  placement_traffic_type: PlacementTraffic.nullish().meta({
    description: 'Placement traffic type. Defaults to all feeds.',
  }),
  auto_targeting_enabled: z.boolean().nullish(),
  targeting_spec: TargetingSpec.nullish(),
  targeting_template_ids: TemplateIds.nullish(),
  tracking_urls: TrackingUrls.nullish(),
  optimization_goal_metadata: OptimizationGoal.nullish(),
  customer_segment_id: LongId.nullish().meta({ description: 'Customer segment id. "0" removes it.' }),
  is_local_inventory: z.boolean().nullish(),
  local_inventory_radius_in_miles: z.number().nullish(),
  promotion_id: LongId.nullish().meta({ description: 'Id of the promotion that is shown. null or "0" removes it.' }),
  promotion_ids: z
    .array(LongId)
    .nullish()
    .meta({ description: 'Ids of the promotions that are shown. null or an empty list removes them.' }),
  promotion_application_level: z.enum(promotionLevels).nullish(),
  ext_features: ExtraFeatures.nullish(),
  performance_plus_campaign_settings: PerformancePlusSettings.nullish(),
  feed_profile_id: LongId.nullish(),
  is_creative_optimization: z.boolean().nullish(),
}
