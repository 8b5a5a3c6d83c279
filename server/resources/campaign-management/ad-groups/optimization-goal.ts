import { z } from 'zod'
import { LongText, undocumentedText } from '#server/http/schema/fields.ts'

const digits = undocumentedText(20).regex(/^[0-9]+$/)

const events = [
  'PAGE_VISIT',
  'SIGNUP',
  'CHECKOUT',
  'CUSTOM',
  'VIEW_CATEGORY',
  'SEARCH',
  'ADD_TO_CART',
  'WATCH_VIDEO',
  'LEAD',
  'APP_INSTALL',
] as const

const AttributionWindows = z.object({
  click_window_days: z.int().nullish(),
  engagement_window_days: z.int().nullish(),
  view_window_days: z.int().nullish(),
})

const ConversionGoal = z.object({
  attribution_windows: AttributionWindows.nullish(),
  conversion_event: z.enum(events).nullish(),
  conversion_tag_id: digits.nullish(),
  cpa_goal_value_in_micro_currency: digits
    .nullish()
    .meta({ description: 'Target cost per action, in micro-currency.' }),
  is_roas_optimized: z
    .boolean()
    .nullish()
    .meta({ description: 'Whether return on ad spend is optimized. Requires CHECKOUT and AUTOMATIC_BID.' }),
  learning_mode_type: z.enum(['NOT_ACTIVE', 'ACTIVE']).nullish(),
  reporting_event: LongText.nullish(),
})

const timeRanges = ['THIRTY_DAY', 'DAY', 'SEVEN_DAY', 'TWENTY_MINUTE', 'TEN_MINUTE', 'TWENTY_FOUR_HOUR'] as const

/** The goal that the delivery of an ad group is optimized for. */
export const OptimizationGoal = z
  .object({
    conversion_tag_v3_goal_metadata: ConversionGoal.nullish(),
    frequency_goal_metadata: z
      .object({ frequency: z.int().min(2).max(20).nullish(), timerange: z.enum(timeRanges).nullish() })
      .nullish(),
    scrollup_goal_metadata: z.object({ scrollup_goal_value_in_micro_currency: digits.nullish() }).nullish(),
  })
  .meta({ id: 'OptimizationGoalMetadata', description: 'Optimization goal of delivery. Required for WEB_CONVERSION.' })

export type OptimizationGoal = z.output<typeof OptimizationGoal>
