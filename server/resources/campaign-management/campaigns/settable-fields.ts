import { z } from 'zod'
import { promotionTypes } from '#server/domain/ads/objectives.ts'
import {
  ClearableTime,
  EntityStatus,
  IgnoredAccountId,
  LongId,
  LongText,
  Micro,
  TrackingUrls,
  UnixTime,
} from '#server/http/schema/fields.ts'

const cap = (what: string) =>
  Micro.meta({ description: `${what}, in micro-currency. 0: no maximum.`, example: 5_000_000 })

/**
 * The fields that creation and update share, all optional. Null counts as absent in a creation; an update clears the
 * field.
 */
export const settable = {
  ad_account_id: IgnoredAccountId,
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
