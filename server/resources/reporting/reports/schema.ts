import { z } from 'zod'
import { objectives } from '#server/domain/ads/objectives.ts'
import { adSummaryStatuses } from '#server/domain/ads/review.ts'
import { summaryStatuses } from '#server/domain/ads/status.ts'
import { granularities } from '#server/domain/delivery/periods.ts'
import { asyncColumns } from '#server/domain/reference/async-columns.ts'
import { isDay } from '#server/domain/time/clock.ts'
import { LongId, LongText } from '#server/http/schema/fields.ts'
import { reportStatuses } from './state.ts'
import { tokenOf } from './token.ts'
import {
  ownEventMetrics,
  productGroupSummaryStatuses,
  reportLevelNames,
  reportTargetingTypes,
  windowDays,
} from './values.ts'

/** A day in UTC. */
export const ReportDay = z
  .string()
  .regex(/^(\d{4})-(\d{2})-(\d{2})$/)
  .refine(isDay, { error: 'is not a day of the calendar' })
  .meta({ 'x-max-characters': 10 })

const ids = (of: string) =>
  z
    .array(LongId)
    .min(1)
    .max(500)
    .nullish()
    .meta({ description: `Only what these ${of} deliver.` })
const statuses = <Value extends string>(values: readonly [Value, ...Value[]]) =>
  z.array(z.enum(values)).min(1).max(6).nullish()

const windowAfter = (action: string, otherwise: number) =>
  z
    .literal(windowDays)
    .nullish()
    .meta({
      type: 'integer',
      description: `Days after a ${action} in which conversions count; ${otherwise} when absent.`,
    })

/** The attribution windows and the time by which conversions are reported. */
export const attributionFields = {
  click_window_days: windowAfter('click', 30),
  engagement_window_days: windowAfter('engagement', 30),
  view_window_days: windowAfter('view', 1),
  conversion_report_time: z
    .enum(['TIME_OF_AD_ACTION', 'TIME_OF_CONVERSION'])
    .nullish()
    .meta({ description: 'The day of a conversion: that of the ad (when absent), or its own.' }),
}

const MetricsFilter = z
  .object({
    field: z.enum(['SPEND_IN_DOLLAR', 'TOTAL_IMPRESSION']),
    operator: z.enum(['LESS_THAN', 'GREATER_THAN']),
    values: z.array(z.number()).min(1).meta({ description: 'A row stays when it compares so with any of them.' }),
  })
  .meta({ id: 'AdsAnalyticsMetricsFilter', description: 'What rows must have to stay in the report.' })

const OwnEventMetric = z.object({
  custom_event_metrics_type: z.enum(ownEventMetrics),
  custom_event_name: LongText,
})

/** The request body of a report. Null counts as absent. */
export const ReportCreate = z
  .object({
    start_date: ReportDay.meta({ description: 'The first day, in UTC: YYYY-MM-DD.', example: '2026-05-01' }),
    end_date: ReportDay.meta({ description: 'The last day, in UTC: YYYY-MM-DD.', example: '2026-05-31' }),
    granularity: z.enum(granularities),
    level: z.enum(reportLevelNames),
    columns: z.array(z.enum(asyncColumns)),
    ...attributionFields,
    attribution_types: z
      .array(z.enum(['INDIVIDUAL', 'HOUSEHOLD']))
      .nullish()
      .meta({ description: 'Accepted: conversions of households are not apart here.' }),
    campaign_ids: ids('campaigns'),
    campaign_statuses: statuses(summaryStatuses),
    campaign_objective_types: z.array(z.enum(objectives)).min(1).max(7).nullish(),
    campaign_brand_label: LongText.nullish(),
    campaign_custom_label: LongText.nullish(),
    ad_group_ids: ids('ad groups'),
    ad_group_statuses: statuses(summaryStatuses),
    ad_ids: ids('ads'),
    ad_statuses: statuses(adSummaryStatuses),
    product_group_ids: ids('product groups'),
    product_group_statuses: statuses(productGroupSummaryStatuses),
    product_item_ids: ids('product items'),
    targeting_types: z
      .array(z.enum(reportTargetingTypes))
      .min(1)
      .max(5)
      .nullish()
      .meta({ description: 'Of levels that end in _TARGETING; all types when absent.' }),
    combine_targeting_types: z
      .boolean()
      .nullish()
      .meta({ description: 'Whether the types are one breakdown: GENDER_AND_COUNTRY.' }),
    metrics_filters: z.array(MetricsFilter).min(1).nullish(),
    custom_conversion_event_metrics: z.array(OwnEventMetric).nullish(),
    start_hour: z.int().min(0).max(23).nullish().meta({ description: 'The first hour of the first day.' }),
    end_hour: z.int().min(0).max(23).nullish().meta({ description: 'The last hour of the last day.' }),
    primary_sort: z.enum(['BY_ID', 'BY_DATE']).nullish().meta({ description: 'BY_ID when absent.' }),
    report_format: z.enum(['JSON', 'CSV']).nullish().meta({ description: 'JSON when absent.' }),
    reporting_timezone: z.enum(['PINTEREST_TIME_ZONE', 'AD_ACCOUNT_TIME_ZONE']).nullish(),
  })
  .meta({
    id: 'AdsAnalyticsCreateAsyncRequest',
    description: 'What a report says, of what, and of which days.',
    example: {
      start_date: '2026-05-25',
      end_date: '2026-05-31',
      granularity: 'DAY',
      level: 'CAMPAIGN',
      columns: ['CAMPAIGN_NAME', 'SPEND_IN_DOLLAR', 'TOTAL_CLICKTHROUGH'],
    },
  })

const Status = z.enum(reportStatuses)

/** The response to the creation of a report. */
export const ReportCreated = z
  .object({
    report_status: Status,
    token: z.string().meta({ description: 'For analytics/get_report, percent-encoded.' }),
    message: z.string().nullable(),
  })
  .meta({ id: 'AdsAnalyticsCreateAsyncResponse', description: 'A report that was begun, or one of an equal request.' })

/** The response with the state of a report. */
export const Report = z
  .object({
    report_status: Status,
    url: z.string().nullable().meta({ description: 'Where the file is, for five minutes; null unless FINISHED.' }),
    size: z.number().nullable().meta({ description: 'The bytes of the file; null unless FINISHED.' }),
  })
  .meta({ id: 'AdsAnalyticsGetAsyncResponse', description: 'How far a report is, and where its file is.' })

/** The query parameters of the state of a report. */
export const ReportQuery = z.object({
  token: z.string().meta({ description: 'What the creation answered.', example: tokenOf(1) }),
})

export type ReportCreate = z.output<typeof ReportCreate>
export type ReportCreated = z.output<typeof ReportCreated>
export type Report = z.output<typeof Report>
