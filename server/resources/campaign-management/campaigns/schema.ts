import { z } from 'zod'
import { deprecatedObjectives, objectives, promotionTypes } from '#server/domain/ads/objectives.ts'
import { idOf } from '#server/domain/ids.ts'
import { Order, pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import {
  EntityStatus,
  Id,
  LongId,
  LongText,
  Micro,
  SummaryStatus,
  TrackingUrls,
  text,
  UnixTime,
} from '#server/http/schema/fields.ts'
import { IdFilter, listOf } from '#server/http/schema/query-fields.ts'
import { BidOptions, BidOptionsUpdate } from './bid-options.ts'
import { campaignIdRange } from './resource.ts'
import { settable } from './settable-fields.ts'

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
