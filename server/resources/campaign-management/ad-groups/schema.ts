import { z } from 'zod'
import { billableEvents } from '#server/domain/ads/objectives.ts'
import { idOf } from '#server/domain/ids.ts'
import {
  CampaignReference,
  EntityStatus,
  Id,
  LongId,
  Micro,
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
import { OptimizationGoal } from './optimization-goal.ts'
import { adGroupIdRange } from './resource.ts'
import {
  bidStrategies,
  budgetTypes,
  ExtraFeatures,
  pacings,
  promotionLevels,
  settable,
  TemplateIds,
} from './settable-fields.ts'

const name = text(255).meta({ description: 'Ad group name.', example: 'Spring sale, US' })
const billable_event = z
  .enum(billableEvents)
  .meta({ description: 'Can only be changed while the status is DRAFT.', example: 'IMPRESSION' })
const campaign_id = CampaignReference.meta({ description: 'Id of the campaign.' })

/** One item in the request body of a creation. */
export const AdGroupCreate = z.object({ name, campaign_id, billable_event, ...settable }).meta({
  id: 'AdGroupCreate',
  description: 'Request to create an ad group.',
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
    description: 'Request to update an ad group.',
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
    summary_status: SummaryStatus.meta({
      description: "Delivery state, computed from status, schedule and parents by the world's clock.",
    }),
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
    is_automated_campaign: z.boolean().optional().meta({ description: 'Present in lists only.' }),
    is_creative_expansion: z.boolean().optional().meta({ description: 'Present in lists only.' }),
  })
  .meta({ id: 'AdGroup', description: "An ad group: placement, targeting and bid of a campaign's ads." })

export type AdGroupCreate = z.output<typeof AdGroupCreate>
export type AdGroupUpdate = z.output<typeof AdGroupUpdate>

/** An ad group as it is stored: the response without the fields that depend on the clock. */
export type StoredAdGroup = Omit<z.output<typeof AdGroup>, 'summary_status'>
