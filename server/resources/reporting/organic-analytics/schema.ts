import { z } from 'zod'
import { appShares } from '#server/domain/delivery/organic.ts'
import { idOf } from '#server/domain/ids.ts'
import { isDay } from '#server/domain/time/clock.ts'
import { Id, LongId } from '#server/http/schema/fields.ts'
import { listOf, requiredListOf } from '#server/http/schema/query-fields.ts'
import { pinIdRange } from '#server/resources/content/pins/resource.ts'
import { pinMetrics, userMetrics, videoMetrics } from './metrics.ts'

/** The metrics by which a user's best Pins are in order. */
export const sortsOfPins = ['ENGAGEMENT', 'IMPRESSION', 'OUTBOUND_CLICK', 'PIN_CLICK', 'SAVE'] as const
const appTypes = ['ALL', ...Object.keys(appShares)] as ['ALL', 'MOBILE', 'TABLET', 'WEB']
const formats = [
  'ALL',
  'ORGANIC_IMAGE',
  'ORGANIC_PRODUCT',
  'ORGANIC_VIDEO',
  'ADS_STANDARD',
  'ADS_PRODUCT',
  'ADS_VIDEO',
  'ADS_IDEA',
] as const

const day = z.string().refine(isDay, "is not a 'date'").meta({ format: 'date' })
const days = {
  start_date: day.meta({ description: 'First day in UTC, at most 90 days back.', example: '2026-05-01' }),
  end_date: day.meta({ description: 'Last day in UTC, at most 90 days after the first.', example: '2026-05-07' }),
}
const app_types = z.enum(appTypes).default('ALL').meta({ description: 'Apps in which Pins are seen.' })
const ad_account_id = Id.optional().meta({ description: 'Acts on behalf of the owner of this ad account.' })

/** The path of a Pin. */
export const PinPath = z.object({ pin_id: z.string() })

/** The query of the figures of one Pin. */
export const PinAnalyticsQuery = z.object({
  ...days,
  app_types,
  metric_types: requiredListOf(z.enum(pinMetrics), { min: 1 }).meta({
    description: 'Metrics to count. Video metrics are 0 for Pins that are no videos.',
    example: ['IMPRESSION', 'SAVE'],
  }),
  split_field: z
    .enum(['NO_SPLIT', 'APP_TYPE'])
    .default('NO_SPLIT')
    .meta({ description: 'Whether figures are split by type of app.' }),
  ad_account_id,
})

/** The query of the figures of several Pins. */
export const MultiPinAnalyticsQuery = z.object({
  pin_ids: requiredListOf(LongId, { min: 1, max: 100 }).meta({
    example: [idOf(pinIdRange, 1)],
  }),
  ...days,
  app_types,
  metric_types: requiredListOf(z.enum(pinMetrics), { min: 1 }).meta({
    description: 'Metrics to count. Video metrics are 0 for Pins that are no videos.',
    example: ['IMPRESSION', 'SAVE'],
  }),
  ad_account_id,
})

const userFilters = {
  ...days,
  from_claimed_content: z.enum(['OTHER', 'CLAIMED', 'BOTH']).default('BOTH').meta({
    description:
      'Limits the figures to Pins that link to a claimed website, or to other Pins. No website is claimed in this mock.',
  }),
  pin_format: z.enum(formats).default('ALL').meta({ description: 'Format of the Pins, with or without ads.' }),
  app_types,
  content_type: z.enum(['ALL', 'PAID', 'ORGANIC']).default('ALL').meta({
    description: 'Limits the figures to Pins with ads, or to Pins without. Figures with ads are not split by app.',
  }),
  source: z.enum(['ALL', 'YOUR_PINS', 'OTHER_PINS']).default('ALL').meta({
    description:
      "Limits the figures to the user's own Pins, or to Pins of others. In this mock nobody else saves Pins.",
  }),
  ad_account_id,
}

/** The query of the figures of a user. */
export const UserAnalyticsQuery = z.object({
  ...userFilters,
  metric_types: listOf(z.enum(userMetrics)).meta({ description: 'Metrics to count. Absent: all.' }),
  split_field: z
    .enum(['NO_SPLIT', 'APP_TYPE', 'OWNED_CONTENT', 'SOURCE', 'PIN_FORMAT'])
    .default('NO_SPLIT')
    .meta({ description: 'Field by which figures are split.' }),
})

const top = {
  ...userFilters,
  num_of_pins: z.coerce.number().int().min(1).max(50).default(10).meta({ description: 'Maximum number of Pins.' }),
  created_in_last_n_days: z.coerce
    .number()
    .pipe(z.literal(30))
    .optional()
    .meta({ description: 'Limits the result to Pins created in the last 30 days.' }),
}

/** The query of a user's best Pins. */
export const TopPinsQuery = z.object({
  ...top,
  sort_by: z.enum(sortsOfPins).meta({ description: 'Metric of the order.', example: 'IMPRESSION' }),
  metric_types: listOf(z.enum(userMetrics)).meta({ description: 'Metrics to count. Absent: all.' }),
})

/** The query of a user's best videos. */
export const TopVideoPinsQuery = z.object({
  ...top,
  sort_by: z.enum(videoMetrics).meta({ description: 'Metric of the order.', example: 'VIDEO_MRC_VIEW' }),
  metric_types: listOf(z.enum(videoMetrics)).meta({ description: 'Metrics to count. Absent: all.' }),
})

/** The query of the figures of one Pin. */
export type PinAnalyticsQuery = z.output<typeof PinAnalyticsQuery>
/** The query of the figures of a user. */
export type UserAnalyticsQuery = z.output<typeof UserAnalyticsQuery>
/** The filters that queries of a user's figures share. */
export type UserFilters = Omit<UserAnalyticsQuery, 'metric_types' | 'split_field'>
