import { z } from 'zod'
import { billableEvents } from '#server/domain/ads/objectives.ts'
import { idOf } from '#server/domain/ids.ts'
import { Order, pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import {
  CampaignReference,
  EntityStatus,
  Id,
  IdFilter,
  LongId,
  LongIdFilter,
  listOf,
  Micro,
  QueryBoolean,
  requiredListOf,
  SummaryStatus,
  TrackingUrls,
  text,
  UnixTime,
} from '#server/http/schema/fields.ts'
import {
  PlacementGroup,
  PlacementTraffic,
  TargetingOperations,
  TargetingSpec,
} from '#server/http/schema/targeting-fields.ts'
import { campaignIdRange } from '../campaigns/resource.ts'
import { PerformancePlusSettings } from '../campaigns/schema.ts'
import { promotionIdRange } from '../promotions/resource.ts'
import { OptimizationGoal } from './optimization-goal.ts'
import { adGroupIdRange } from './resource.ts'

const budgetTypes = ['DAILY', 'LIFETIME', 'CBO_ADGROUP'] as const
const bidStrategies = ['AUTOMATIC_BID', 'MAX_BID', 'TARGET_AVG'] as const
const pacings = ['STANDARD', 'ACCELERATED'] as const
const promotionLevels = ['NONE', 'ITEM', 'AD_GROUP'] as const

const TemplateIds = z.array(LongId).max(1).meta({ description: 'At most one; ["0"] clears it.' })

const features = ['TRENDS', 'CLONE_META', 'BULK_EDITOR', 'AD_ROTATION'] as const
const ExtraFeatures = z
  .object({ enabled: z.array(z.enum(features)).nullish() })
  .meta({ id: 'AdGroupTrackingFeatures', description: 'Which tools the ad group was made with.' })

const name = text(255).meta({ description: 'Ad group name.', example: 'Spring sale, US' })
const billable_event = z.enum(billableEvents).meta({ description: 'Fixed outside DRAFT.', example: 'IMPRESSION' })
const campaign_id = CampaignReference.meta({ description: 'The campaign that it belongs to.' })

/**
 * The fields that creation and update share, all optional. Null counts as absent in a creation; an update clears the
 * field.
 */
const settable = {
  ad_account_id: z
    .string()
    .nullish()
    .meta({ deprecated: true, description: 'No effect: the path says which account.' }),
  status: EntityStatus.nullish(),
  bid_in_micro_currency: Micro.nullish().meta({
    description: 'The highest bid, in micro-currency.',
    example: 5_000_000,
  }),
  bid_strategy_type: z.enum(bidStrategies).nullish().meta({ description: 'MAX_BID when a bid is given.' }),
  bid_multiplier: z.number().min(0).max(10).nullish().meta({ description: '0.1 to 10; 0 removes it.' }),
  budget_in_micro_currency: Micro.nullish().meta({ description: 'In micro-currency. Required without CBO.' }),
  budget_type: z.enum(budgetTypes).nullish().meta({ description: 'DAILY, or CBO_ADGROUP under CBO, when absent.' }),
  start_time: UnixTime.nullish().meta({ description: "Unix seconds; the campaign's when absent." }),
  end_time: UnixTime.nullish().meta({ description: "Unix seconds; the campaign's when absent." }),
  lifetime_frequency_cap: z.int().min(-1).nullish().meta({ description: 'Impressions in 30 days; -1 is none.' }),
  pacing_delivery_type: z.enum(pacings).nullish(),
  placement_group: PlacementGroup.nullish(),
  placement_traffic_type: PlacementTraffic.nullish().meta({ description: 'Both kinds of feeds when absent.' }),
  auto_targeting_enabled: z.boolean().nullish(),
  targeting_spec: TargetingSpec.nullish(),
  targeting_template_ids: TemplateIds.nullish(),
  tracking_urls: TrackingUrls.nullish(),
  optimization_goal_metadata: OptimizationGoal.nullish(),
  customer_segment_id: LongId.nullish().meta({ description: '"0" clears it.' }),
  is_local_inventory: z.boolean().nullish(),
  local_inventory_radius_in_miles: z.number().nullish(),
  promotion_id: LongId.nullish().meta({ description: 'A promotion that it shows; null or "0" clears it.' }),
  promotion_ids: z.array(LongId).nullish().meta({ description: 'Promotions that it shows; null or none clear it.' }),
  promotion_application_level: z.enum(promotionLevels).nullish(),
  ext_features: ExtraFeatures.nullish(),
  performance_plus_campaign_settings: PerformancePlusSettings.nullish(),
  feed_profile_id: LongId.nullish(),
  is_creative_optimization: z.boolean().nullish(),
}

/** One item in the request body of a creation. */
export const AdGroupCreate = z.object({ name, campaign_id, billable_event, ...settable }).meta({
  id: 'AdGroupCreate',
  description: 'A new ad group.',
  example: {
    name: 'Brand, women in the US',
    campaign_id: idOf(campaignIdRange, 1),
    billable_event: 'IMPRESSION',
    bid_in_micro_currency: 5_000_000,
    targeting_spec: { LOCATION: ['US'], GENDER: ['female'] },
  },
})

/** One item in the request body of an update. */
export const AdGroupUpdate = z
  .object({
    id: Id,
    name: name.nullish(),
    campaign_id: campaign_id.nullish(),
    billable_event: billable_event.nullish(),
    ...settable,
    targeting_spec_operations: TargetingOperations.nullish(),
  })
  .meta({
    id: 'AdGroupUpdate',
    description: 'What changes about an ad group.',
    example: { id: idOf(adGroupIdRange, 1), name: 'Brand, all of the US', bid_in_micro_currency: 6_000_000 },
  })

/**
 * An ad group in a response. Unset fields are null, except the lifetime frequency cap, -1, and the feed profile, "0"
 * (observed).
 */
export const AdGroup = z
  .object({
    id: Id,
    created_time: z.int(),
    updated_time: z.int(),
    start_time: UnixTime.nullable(),
    end_time: UnixTime.nullable(),
    bid_in_micro_currency: Micro.nullable(),
    budget_in_micro_currency: Micro.nullable(),
    campaign_id: Id,
    ad_account_id: Id,
    auto_targeting_enabled: z.boolean(),
    type: z.literal('adgroup'),
    budget_type: z.enum(budgetTypes),
    billable_event: z.enum(billableEvents),
    status: EntityStatus,
    lifetime_frequency_cap: z.int(),
    targeting_spec: TargetingSpec,
    name: z.string(),
    placement_group: PlacementGroup,
    pacing_delivery_type: z.enum(pacings),
    tracking_urls: TrackingUrls.nullable(),
    conversion_learning_mode_type: z.enum(['NOT_ACTIVE', 'ACTIVE']).nullable(),
    summary_status: SummaryStatus.meta({ description: 'The state as delivery sees it, by the clock.' }),
    feed_profile_id: z.string(),
    placement_traffic_type: PlacementTraffic.nullable(),
    optimization_goal_metadata: OptimizationGoal,
    targeting_template_ids: TemplateIds.nullable(),
    is_creative_optimization: z.boolean().nullable(),
    promotion_id: LongId.nullable(),
    promotion_ids: z.array(LongId),
    promotion_application_level: z.enum(promotionLevels).nullable(),
    bid_multiplier: z.number().nullable(),
    ext_features: ExtraFeatures.nullable(),
    bid_strategy_type: z.enum(bidStrategies).nullable(),
    enabled_catalog_expansion: z.boolean(),
    customer_segment_id: LongId.optional(),
    is_local_inventory: z.boolean().optional(),
    local_inventory_radius_in_miles: z.number().optional(),
    performance_plus_campaign_settings: PerformancePlusSettings.optional(),
    is_automated_campaign: z.boolean().optional().meta({ description: 'In lists only.' }),
    is_creative_expansion: z.boolean().optional().meta({ description: 'In lists only.' }),
  })
  .meta({ id: 'AdGroup', description: 'An ad group: where and how the ads of a campaign are shown.' })

/** The query parameters of a list. */
export const AdGroupListQuery = z.object({
  campaign_ids: IdFilter.meta({ description: 'Only theirs. Not together with ad_group_ids.' }),
  ad_group_ids: LongIdFilter.meta({ description: 'Only these; an unknown id is left out.' }),
  entity_statuses: listOf(EntityStatus).meta({ description: 'Only these.', 'x-default': ['ACTIVE', 'PAUSED'] }),
  translate_interests_to_names: QueryBoolean.meta({
    description: 'Whether INTEREST of targeting_spec is told as names, not ids.',
    'x-default': false,
  }),
  order: Order,
  ...pageQuery,
})

/** The query of the list of ad groups that show promotions. */
export const PromotedAdGroupQuery = z.object({
  promotion_ids: requiredListOf(LongId, { min: 1, max: 50 }).meta({
    description: 'Only ad groups that show one of these; an unknown id is left out.',
    example: [idOf(promotionIdRange, 1)],
  }),
  order: Order,
  ...pageQuery,
})

/** The response of a list. */
export const AdGroupPage = pageOf(AdGroup).meta({ id: 'AdGroupPage' })

export type AdGroupCreate = z.output<typeof AdGroupCreate>
export type AdGroupUpdate = z.output<typeof AdGroupUpdate>

/** An ad group as it is stored: the response without the fields that depend on the clock. */
export type StoredAdGroup = Omit<z.output<typeof AdGroup>, 'summary_status'>
