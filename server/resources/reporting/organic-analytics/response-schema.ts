import { z } from 'zod'
import { videoMetrics } from './metrics.ts'
import { sortsOfPins } from './schema.ts'

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
  .meta({ id: 'PinAnalytics', description: 'Figures under `all`, or by type of app.' })

/** The figures of several Pins, by their ids. */
export const MultiPinAnalytics = z.record(z.string(), PinAnalytics).meta({ id: 'MultiPinAnalytics' })

/** The figures of a user. */
export const UserAnalytics = z
  .record(z.string(), z.object({ daily_metrics: DailyMetrics, summary_metrics: Metrics }))
  .meta({ id: 'UserAnalytics', description: 'Figures under `all`, or by the values of split_field.' })

/** Returns the schema of a list of the best Pins by one of some metrics. */
const bestBy = <Sort extends z.ZodType>(sort_by: Sort) =>
  z.object({
    sort_by,
    pins: z.array(
      z.object({ pin_id: z.string(), metrics: Metrics, data_status: z.record(z.string(), z.enum(dataStatuses)) }),
    ),
    date_availability: z.object({
      latest_available_timestamp: z.number().optional().meta({ description: 'Unix time in milliseconds.' }),
      is_realtime: z.boolean().optional(),
    }),
  })

/** A user's best Pins. */
export const TopPins = bestBy(z.enum(sortsOfPins)).meta({
  id: 'TopPins',
  description: 'Pins in descending order of the metric.',
})

/** A user's best videos. */
export const TopVideoPins = bestBy(z.enum(videoMetrics)).meta({
  id: 'TopVideoPins',
  description: 'Pins in descending order of the metric.',
})
