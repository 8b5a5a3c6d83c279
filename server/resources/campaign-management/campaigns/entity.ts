import { isSet, type Micro } from '#server/domain/ads/money.ts'
import { type Objective, promotionTypesFor } from '#server/domain/ads/objectives.ts'
import { nullIf, nullIfEmpty, patched } from '#server/domain/patch.ts'
import type { bidOptionMasks } from './bid-options.ts'
import type { CampaignCreate, CampaignUpdate, StoredCampaign } from './schema.ts'

/** The ids and creation time of a new campaign. */
export interface CampaignContext {
  readonly id: string
  readonly ad_account_id: string
  /** Unix seconds. */
  readonly now: number
}

/** Returns the campaign that a creation stores: an absent field gets the default value of the real service. */
export function newCampaign(item: CampaignCreate, { id, ad_account_id, now }: CampaignContext): StoredCampaign {
  const campaign: StoredCampaign = {
    id,
    ad_account_id,
    name: item.name,
    objective_type: item.objective_type,
    lifetime_spend_cap: item.lifetime_spend_cap ?? 0,
    daily_spend_cap: item.daily_spend_cap ?? 0,
    order_line_id: nullIf(item.order_line_id, '0'),
    tracking_urls: nullIfEmpty(item.tracking_urls),
    is_flexible_daily_budgets: item.is_flexible_daily_budgets ?? false,
    is_automated_campaign: item.is_automated_campaign ?? false,
    created_time: now,
    updated_time: now,
    type: 'campaign',
    is_campaign_budget_optimization: item.is_campaign_budget_optimization ?? usesBudgetOptimization(item),
    start_time: item.start_time ?? now,
    end_time: nullIf(item.end_time, -1),
    is_performance_plus: item.is_performance_plus ?? false,
    is_top_of_search: item.is_top_of_search ?? false,
    bid_options: nullIfEmpty(item.bid_options),
    ext_features: null,
    status: item.status ?? 'ACTIVE',
    intended_promotion_type: item.intended_promotion_type ?? promotionTypesFor(item.objective_type)[0] ?? 'STANDARD_AD',
  }
  return withBeta(campaign, item)
}

/** Returns the campaign after an update. Null clears a nullable field and leaves any other as it is. */
export function changedCampaign(before: StoredCampaign, item: CampaignUpdate, now: number): StoredCampaign {
  const after: StoredCampaign = {
    ...before,
    name: item.name ?? before.name,
    objective_type: item.objective_type ?? before.objective_type,
    lifetime_spend_cap: patched(item.lifetime_spend_cap, before.lifetime_spend_cap) ?? 0,
    daily_spend_cap: patched(item.daily_spend_cap, before.daily_spend_cap) ?? 0,
    order_line_id: nullIf(patched(item.order_line_id, before.order_line_id), '0'),
    tracking_urls: nullIfEmpty(patched(item.tracking_urls, before.tracking_urls)),
    is_flexible_daily_budgets: item.is_flexible_daily_budgets ?? before.is_flexible_daily_budgets,
    is_automated_campaign: item.is_automated_campaign ?? before.is_automated_campaign,
    updated_time: now,
    start_time: item.start_time ?? before.start_time,
    end_time: nullIf(patched(item.end_time, before.end_time), -1),
    is_performance_plus: item.is_performance_plus ?? before.is_performance_plus,
    is_top_of_search: item.is_top_of_search ?? before.is_top_of_search,
    bid_options: item.bid_options === undefined ? before.bid_options : masked(before.bid_options, item.bid_options),
    status: item.status ?? before.status,
    intended_promotion_type: item.intended_promotion_type ?? before.intended_promotion_type,
  }
  const isVideoDraft = before.status === 'DRAFT' && after.objective_type === 'VIDEO_COMPLETION'
  after.is_campaign_budget_optimization =
    item.is_campaign_budget_optimization ??
    (before.is_campaign_budget_optimization || (isVideoDraft && usesBudgetOptimization(after)))
  if (item.performance_plus_campaign_settings != null) {
    after.performance_plus_campaign_settings = item.performance_plus_campaign_settings
  }
  const followsObjective = item.intended_promotion_type == null && after.objective_type !== before.objective_type
  const fitting = promotionTypesFor(after.objective_type)
  if (followsObjective && !fitting.includes(after.intended_promotion_type)) {
    after.intended_promotion_type = fitting[0] ?? after.intended_promotion_type
  }
  return withBeta(after, item)
}

interface Budgeted {
  readonly objective_type: Objective
  readonly daily_spend_cap?: Micro | undefined
  readonly lifetime_spend_cap?: Micro | undefined
}

/**
 * Tells whether a new campaign has campaign budget optimization by default. It does, except with VIDEO_COMPLETION,
 * which the guide leaves open: there only a campaign with a cap has it.
 */
const usesBudgetOptimization = (item: Budgeted): boolean =>
  item.objective_type !== 'VIDEO_COMPLETION' || isSet(item.daily_spend_cap) || isSet(item.lifetime_spend_cap)

/** Adds the field of a closed beta, which responses have only where it is set. */
function withBeta(campaign: StoredCampaign, item: CampaignCreate | CampaignUpdate): StoredCampaign {
  if (item.is_ltv_optimized != null) campaign.is_ltv_optimized = item.is_ltv_optimized
  return campaign
}

const maskedFields: Record<(typeof bidOptionMasks)[number], readonly (keyof NonNullable<BidOptions>)[]> = {
  AUDIENCE: ['audience_multipliers'],
  APP_TYPE: ['app_type_multipliers'],
  PLACEMENT: ['placement_multipliers'],
  GENDER: ['gender_multipliers'],
  AGE_BUCKET: ['age_bucket_multipliers'],
  FREQUENCY: ['frequency_multipliers', 'freq_bid_multiplier_time_window'],
}

type BidOptions = StoredCampaign['bid_options']

/** Replaces the bid options that the mask names and leaves the others; null clears all. */
function masked(before: BidOptions, update: CampaignUpdate['bid_options']): BidOptions {
  if (update === null || update === undefined) return null
  const { update_mask, ...sent } = update
  const fields = update_mask.flatMap((mask) => maskedFields[mask])
  const changed = Object.fromEntries(fields.map((field) => [field, sent[field] ?? undefined]))
  const after = Object.entries({ ...before, ...changed }).filter(([, value]) => value !== undefined && value !== null)
  return nullIfEmpty(Object.fromEntries(after))
}
