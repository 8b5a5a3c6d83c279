import { z } from 'zod'
import { deprecatedObjectives, objectives, promotionTypes } from '#server/domain/ads/objectives.ts'
import { idOf } from '#server/domain/ids.ts'
import { Order, pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import {
  ClearableTime,
  EntityStatus,
  Id,
  IdFilter,
  LongId,
  LongText,
  listOf,
  Micro,
  SummaryStatus,
  TrackingUrls,
  text,
  UnixTime,
  undocumentedText,
} from '#server/http/schema/fields.ts'
import { campaignIdRange } from './resource.ts'

const Multipliers = z.record(undocumentedText(100), z.number().min(0).max(10)).nullish()

const bidOptionParts = {
  audience_multipliers: Multipliers,
  app_type_multipliers: Multipliers,
  placement_multipliers: Multipliers,
  gender_multipliers: Multipliers,
  age_bucket_multipliers: Multipliers,
  frequency_multipliers: Multipliers,
  freq_bid_multiplier_time_window: z.enum(['WEEK', 'MONTH']).nullish(),
}

/** The names of the parts of `bid_options` in `update_mask`. */
export const bidOptionMasks = ['AUDIENCE', 'APP_TYPE', 'PLACEMENT', 'GENDER', 'AGE_BUCKET', 'FREQUENCY'] as const

/** The factors that multiply a campaign's bids. */
export const BidOptions = z
  .object(bidOptionParts)
  .meta({ id: 'CampaignBidOptions', description: 'Bid multipliers from 0 to 10.' })

const BidOptionsUpdate = z
  .object({ ...bidOptionParts, update_mask: z.array(z.enum(bidOptionMasks)) })
  .meta({ id: 'CampaignBidOptionsUpdate', description: 'Bid multipliers. update_mask names the parts to replace.' })

/** The additional settings of a Performance+ campaign; ad groups have the same. */
export const PerformancePlusSettings = z
  .object({
    boost_prospecting_ad_group_bid: z.boolean().nullish(),
    pinner_list_exclusions: z.array(LongText).nullish(),
  })
  .meta({ id: 'PerformancePlusCampaignSettings', description: 'Settings of a Performance+ campaign.' })

const name = text(255).meta({ description: 'Campaign name.', example: 'Spring sale' })
const objective = z
  .enum(objectives)
  .meta({ description: 'Can only be changed while the status is DRAFT.', example: 'AWARENESS' })
const cap = (what: string) =>
  Micro.meta({ description: `${what}, in micro-currency. 0: no maximum.`, example: 5_000_000 })

/**
 * The fields that creation and update share, all optional. Null counts as absent in a creation; an update clears the
 * field.
 */
const settable = {
  ad_account_id: z
    .string()
    .nullish()
    .meta({ deprecated: true, description: 'Ignored: the path determines the ad account.' }),
  status: EntityStatus.nullish(),
  daily_spend_cap: cap('Maximum spend of a day').nullish(),
  lifetime_spend_cap: cap('Maximum spend of the campaign').nullish(),
  is_campaign_budget_optimization: z.boolean().nullish().meta({
    description:
      'Whether the campaign has the budget (campaign budget optimization). Defaults to true on creation. Can only be changed while the status is DRAFT.',
  }),
  is_flexible_daily_budgets: z.boolean().nullish().meta({
    description: 'Whether the daily budget is an average. Requires campaign budget optimization and daily_spend_cap.',
  }),
  start_time: UnixTime.nullish().meta({ description: 'Unix time in seconds. Defaults to now on creation.' }),
  end_time: ClearableTime.nullish().meta({ description: 'Unix time in seconds. -1 removes it.' }),
  order_line_id: LongId.nullish().meta({ description: 'Id of an order line that has not expired. "0" removes it.' }),
  tracking_urls: TrackingUrls.nullish(),
  intended_promotion_type: z.enum(promotionTypes).nullish().meta({
    description: 'Promotion type, derived from the objective. Can only be changed while the status is DRAFT.',
  }),
  app_id: LongText.nullish().meta({
    description: 'Accepted with the objective APP_INSTALL. Closed beta. Absent in responses.',
  }),
  app_platform: z
    .enum(['IOS', 'ANDROID'])
    .nullish()
    .meta({ description: 'Accepted with the objective APP_INSTALL. Closed beta. Absent in responses.' }),
  is_automated_campaign: z.boolean().nullish().meta({ description: 'Can only be changed while the status is DRAFT.' }),
  is_performance_plus: z
    .boolean()
    .nullish()
    .meta({ description: 'Whether this is a Performance+ campaign. Can only be changed while the status is DRAFT.' }),
  is_top_of_search: z.boolean().nullish().meta({
    description:
      'Whether ads are shown at the top of search. Restricted. Can only be changed while the status is DRAFT.',
  }),
  is_ltv_optimized: z.boolean().nullish(),
  default_ad_group_budget_in_micro_currency: z
    .int()
    .nullish()
    .meta({ deprecated: true, description: 'Accepted without effect.' }),
}

/** One item in the request body of a creation. */
export const CampaignCreate = z
  .object({ name, objective_type: objective, ...settable, bid_options: BidOptions.nullish() })
  .meta({
    id: 'CampaignCreate',
    description: 'Request to create a campaign.',
    example: { name: 'Summer sale', objective_type: 'AWARENESS', daily_spend_cap: 20_000_000 },
  })

/** One item in the request body of an update. */
export const CampaignUpdate = z
  .object({
    id: Id,
    name: name.nullish(),
    objective_type: objective.nullish(),
    ...settable,
    bid_options: BidOptionsUpdate.nullish(),
    performance_plus_campaign_settings: PerformancePlusSettings.nullish(),
  })
  .meta({
    id: 'CampaignUpdate',
    description: 'Request to update a campaign.',
    example: { id: idOf(campaignIdRange, 1), name: 'Brand awareness, summer', daily_spend_cap: 30_000_000 },
  })

/** A campaign in a response. Unset fields are null, unset caps 0 (observed). */
export const Campaign = z
  .object({
    id: Id,
    ad_account_id: Id,
    name: z.string(),
    objective_type: z.enum([...objectives, ...deprecatedObjectives]),
    lifetime_spend_cap: Micro,
    daily_spend_cap: Micro,
    order_line_id: LongId.nullable(),
    tracking_urls: TrackingUrls.nullable(),
    is_flexible_daily_budgets: z.boolean(),
    is_automated_campaign: z.boolean(),
    created_time: z.int(),
    updated_time: z.int(),
    type: z.literal('campaign'),
    summary_status: SummaryStatus.meta({
      description: "Delivery state, computed from status, schedule and parents by the world's clock.",
    }),
    is_campaign_budget_optimization: z.boolean(),
    start_time: UnixTime,
    end_time: UnixTime.nullable(),
    is_performance_plus: z.boolean(),
    is_top_of_search: z.boolean(),
    bid_options: BidOptions.nullable(),
    ext_features: z.record(z.string(), z.unknown()).nullable(),
    status: EntityStatus,
    intended_promotion_type: z.enum(promotionTypes),
    is_ltv_optimized: z.boolean().optional(),
    performance_plus_campaign_settings: PerformancePlusSettings.optional(),
  })
  .meta({ id: 'Campaign', description: 'A campaign: an objective, a budget and a schedule for its ad groups.' })

/**
 * The data of one item in the response to a batch: a whole campaign, or an empty object when the item was refused
 * (observed: C3). The schema therefore requires no key, as in version 5.28 (F132).
 */
export const CampaignBatchData = Campaign.partial()
  .refine((data) => Object.keys(data).length === 0 || Campaign.safeParse(data).success)
  .meta({
    id: 'CampaignBatchResponseData',
    description: 'Stored campaign. An empty object where the item was refused.',
  })

/** The query parameters of a list. */
export const CampaignListQuery = z.object({
  campaign_ids: IdFilter.meta({ description: 'Returns only entities with these ids. Unknown ids are ignored.' }),
  entity_statuses: listOf(EntityStatus).meta({
    description: 'Returns only entities with these statuses.',
    'x-default': ['ACTIVE', 'PAUSED'],
  }),
  order: Order,
  ...pageQuery,
})

/** The response of a list. */
export const CampaignPage = pageOf(Campaign).meta({ id: 'CampaignPage' })

export type CampaignCreate = z.output<typeof CampaignCreate>
export type CampaignUpdate = z.output<typeof CampaignUpdate>

/** A campaign as it is stored: the response without the fields that depend on the clock. */
export type StoredCampaign = Omit<z.output<typeof Campaign>, 'summary_status'>
