import { z } from 'zod'
import { appShares } from '#server/domain/delivery/organic.ts'
import { idOf } from '#server/domain/ids.ts'
import { isDay } from '#server/domain/time/clock.ts'
import { Id, LongId, listOf, requiredListOf } from '#server/http/schema/fields.ts'
import { pinIdRange } from '#server/resources/content/pins/resource.ts'
import { pinMetrics, userMetrics, videoMetrics } from './metrics.ts'

const sortsOfPins = ['ENGAGEMENT', 'IMPRESSION', 'OUTBOUND_CLICK', 'PIN_CLICK', 'SAVE'] as const
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
  start_date: day.meta({ description: 'The first day, in UTC. At most 90 days back.', example: '2026-05-01' }),
  end_date: day.meta({ description: 'The last day, in UTC. At most 90 days after the first.', example: '2026-05-07' }),
}
const app_types = z.enum(appTypes).default('ALL').meta({ description: 'In which apps Pins are seen.' })
const ad_account_id = Id.optional().meta({ description: 'The ad account whose owner is meant in place of the caller.' })

/** The path of a Pin. */
export const PinPath = z.object({ pin_id: z.string().meta({ description: 'The id of the Pin.' }) })

/** The query of the figures of one Pin. */
export const PinAnalyticsQuery = z.object({
  ...days,
  app_types,
  metric_types: requiredListOf(z.enum(pinMetrics), { min: 1 }).meta({
    description: 'What is counted. Metrics of videos are 0 for other Pins.',
    example: ['IMPRESSION', 'SAVE'],
  }),
  split_field: z
    .enum(['NO_SPLIT', 'APP_TYPE'])
    .default('NO_SPLIT')
    .meta({ description: 'Whether figures are given for each kind of app.' }),
  ad_account_id,
})

/** The query of the figures of several Pins. */
export const MultiPinAnalyticsQuery = z.object({
  pin_ids: requiredListOf(LongId, { min: 1, max: 100 }).meta({
    description: 'The ids of the Pins.',
    example: [idOf(pinIdRange, 1)],
  }),
  ...days,
  app_types,
  metric_types: requiredListOf(z.enum(pinMetrics), { min: 1 }).meta({
    description: 'What is counted. Metrics of videos are 0 for other Pins.',
    example: ['IMPRESSION', 'SAVE'],
  }),
  ad_account_id,
})

const userFilters = {
  ...days,
  from_claimed_content: z
    .enum(['OTHER', 'CLAIMED', 'BOTH'])
    .default('BOTH')
    .meta({ description: 'Whether Pins lead to a claimed website. No website is claimed here.' }),
  pin_format: z.enum(formats).default('ALL').meta({ description: 'The format of the Pins, with or without an ad.' }),
  app_types,
  content_type: z
    .enum(['ALL', 'PAID', 'ORGANIC'])
    .default('ALL')
    .meta({ description: 'With ads, without, or both. Figures with ads have no kinds of apps.' }),
  source: z
    .enum(['ALL', 'YOUR_PINS', 'OTHER_PINS'])
    .default('ALL')
    .meta({ description: 'Whose Pins. Nobody else saves Pins here.' }),
  ad_account_id,
}

/** The query of the figures of a user. */
export const UserAnalyticsQuery = z.object({
  ...userFilters,
  metric_types: listOf(z.enum(userMetrics)).meta({ description: 'What is counted; everything when absent.' }),
  split_field: z
    .enum(['NO_SPLIT', 'APP_TYPE', 'OWNED_CONTENT', 'SOURCE', 'PIN_FORMAT'])
    .default('NO_SPLIT')
    .meta({ description: 'By what figures are given apart.' }),
})

const top = {
  ...userFilters,
  num_of_pins: z.coerce.number().int().min(1).max(50).default(10).meta({ description: 'How many Pins.' }),
  created_in_last_n_days: z.coerce
    .number()
    .pipe(z.literal(30))
    .optional()
    .meta({ description: 'Whether only Pins of the last 30 days count.' }),
}

/** The query of a user's best Pins. */
export const TopPinsQuery = z.object({
  ...top,
  sort_by: z.enum(sortsOfPins).meta({ description: 'By which metric.', example: 'IMPRESSION' }),
  metric_types: listOf(z.enum(userMetrics)).meta({ description: 'What is counted; everything when absent.' }),
})

/** The query of a user's best videos. */
export const TopVideoPinsQuery = z.object({
  ...top,
  sort_by: z.enum(videoMetrics).meta({ description: 'By which metric.', example: 'VIDEO_MRC_VIEW' }),
  metric_types: listOf(z.enum(videoMetrics)).meta({ description: 'What is counted; everything when absent.' }),
})

/** The states of a day's figures. Those after the first four do not occur here. */
export const dataStatuses = [
  'READY',
  'PROCESSING',
  'BEFORE_PIN_CREATED',
  'BEFORE_BUSINESS_CREATED',
  'ESTIMATE',
  'BEFORE_DATA_RETENTION_PERIOD',
  'BEFORE_PIN_DATA_RETENTION_PERIOD',
  'BEFORE_METRIC_START_DATE',
  'BEFORE_CORE_METRIC_START_DATE',
  'BEFORE_PIN_FORMAT_METRIC_START_DATE',
  'BEFORE_AUDIENCE_METRIC_START_DATE',
  'BEFORE_AUDIENCE_MONTHLY_METRIC_START_DATE',
  'BEFORE_VIDEO_METRIC_START_DATE',
  'BEFORE_CONVERSION_METRIC_START_DATE',
  'PURCHASERS_METRIC_SMALLER_THAN_THRESHOLD',
  'IN_BAD_TAG_DATE',
  'BEFORE_PUBLISHED_METRIC_START_DATE',
  'BEFORE_ASSIST_METRIC_START_DATE',
  'BEFORE_ACCOUNT_CLAIMED',
  'BEFORE_DEMOGRAPHIC_FILTERS_START_DATE',
  'AUDIENCE_SEGMENT_SMALLER_THAN_THRESHOLD',
  'AUDIENCE_TOTAL_SMALLER_THAN_THRESHOLD',
  'BEFORE_PRODUCT_GROUP_FILTER_START_DATE',
] as const

const Metrics = z.record(z.string(), z.number())
const Counts = z.record(z.string(), z.int())
const DailyMetrics = z.array(z.object({ date: z.string(), data_status: z.enum(dataStatuses), metrics: Metrics }))

/** The figures of a Pin. */
export const PinAnalytics = z
  .record(z.string(), z.object({ daily_metrics: DailyMetrics, lifetime_metrics: Counts, summary_metrics: Metrics }))
  .meta({ id: 'PinAnalytics', description: 'As `all`, or by the kind of app.' })

/** The figures of several Pins, by their ids. */
export const MultiPinAnalytics = z.record(z.string(), PinAnalytics).meta({ id: 'MultiPinAnalytics' })

/** The figures of a user. */
export const UserAnalytics = z
  .record(z.string(), z.object({ daily_metrics: DailyMetrics, summary_metrics: Metrics }))
  .meta({ id: 'UserAnalytics', description: 'As `all`, or by what they are split by.' })

/** Returns the schema of a list of the best Pins by one of some metrics. */
const bestBy = <Sort extends z.ZodType>(sort_by: Sort) =>
  z.object({
    sort_by,
    pins: z.array(
      z.object({ pin_id: z.string(), metrics: Metrics, data_status: z.record(z.string(), z.enum(dataStatuses)) }),
    ),
    date_availability: z.object({
      latest_available_timestamp: z.number().optional().meta({ description: 'Milliseconds since 1970.' }),
      is_realtime: z.boolean().optional(),
    }),
  })

/** A user's best Pins. */
export const TopPins = bestBy(z.enum(sortsOfPins)).meta({ id: 'TopPins', description: 'The best one first.' })

/** A user's best videos. */
export const TopVideoPins = bestBy(z.enum(videoMetrics)).meta({
  id: 'TopVideoPins',
  description: 'The best one first.',
})

/** The query of the figures of one Pin. */
export type PinAnalyticsQuery = z.output<typeof PinAnalyticsQuery>
/** The query of the figures of a user. */
export type UserAnalyticsQuery = z.output<typeof UserAnalyticsQuery>
/** The filters that queries of a user's figures share. */
export type UserFilters = Omit<UserAnalyticsQuery, 'metric_types' | 'split_field'>
