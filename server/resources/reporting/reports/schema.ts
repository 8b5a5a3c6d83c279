import { z } from 'zod'
import { objectives } from '#server/domain/ads/objectives.ts'
import { adSummaryStatuses } from '#server/domain/ads/review.ts'
import { summaryStatuses } from '#server/domain/ads/status.ts'
import { granularities } from '#server/domain/delivery/periods.ts'
import { asyncColumns } from '#server/domain/reference/async-columns.ts'
import { LongId, LongText } from '#server/http/schema/fields.ts'
import { attributionFields, ReportDay } from './fields.ts'
import { reportStatuses } from './state.ts'
import { tokenOf } from './token.ts'
import { ownEventMetrics, productGroupSummaryStatuses, reportLevelNames, reportTargetingTypes } from './values.ts'

const ids = (of: string) =>
  z
    .array(LongId)
    .min(1)
    .max(500)
    .nullish()
    .meta({ description: `Limits the report to these ${of}.` })
const statuses = <Value extends string>(values: readonly [Value, ...Value[]]) =>
  z.array(z.enum(values)).min(1).max(6).nullish()

const MetricsFilter = z
  .object({
    field: z.enum(['SPEND_IN_DOLLAR', 'TOTAL_IMPRESSION']),
    operator: z.enum(['LESS_THAN', 'GREATER_THAN']),
    values: z.array(z.number()).min(1).meta({ description: 'Values to compare with. A row needs one match.' }),
  })
  .meta({ id: 'AdsAnalyticsMetricsFilter', description: 'Condition on the rows of the report.' })

const OwnEventMetric = z.object({
  custom_event_metrics_type: z.enum(ownEventMetrics),
  custom_event_name: LongText,
})

/** The request body of a report. Null counts as absent. */
export const ReportCreate = z
  .object({
    start_date: ReportDay.meta({ description: 'First day in UTC: YYYY-MM-DD.', example: '2026-05-01' }),
    end_date: ReportDay.meta({ description: 'Last day in UTC: YYYY-MM-DD.', example: '2026-05-31' }),
    granularity: z.enum(granularities),
    level: z.enum(reportLevelNames),
    columns: z.array(z.enum(asyncColumns)),
    ...attributionFields,
    attribution_types: z
      .array(z.enum(['INDIVIDUAL', 'HOUSEHOLD']))
      .nullish()
      .meta({ description: 'Accepted without effect: this mock does not separate conversions of households.' }),
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
      .meta({ description: 'Targeting types, for levels that end in _TARGETING. Absent: all types.' }),
    combine_targeting_types: z
      .boolean()
      .nullish()
      .meta({ description: 'Whether the types form one breakdown: GENDER_AND_COUNTRY, for example.' }),
    metrics_filters: z.array(MetricsFilter).min(1).nullish(),
    custom_conversion_event_metrics: z.array(OwnEventMetric).nullish(),
    start_hour: z.int().min(0).max(23).nullish().meta({ description: 'First hour of the first day.' }),
    end_hour: z.int().min(0).max(23).nullish().meta({ description: 'Last hour of the last day.' }),
    primary_sort: z.enum(['BY_ID', 'BY_DATE']).nullish().meta({ description: 'Primary sort order. Absent: BY_ID.' }),
    report_format: z.enum(['JSON', 'CSV']).nullish().meta({ description: 'Format of the file. Absent: JSON.' }),
    reporting_timezone: z.enum(['PINTEREST_TIME_ZONE', 'AD_ACCOUNT_TIME_ZONE']).nullish(),
  })
  .meta({
    id: 'AdsAnalyticsCreateAsyncRequest',
    description: 'Request to create a report: columns, entities and days.',
    example: {
      start_date: '2026-05-25',
      end_date: '2026-05-31',
      granularity: 'DAY',
      level: 'CAMPAIGN',
      columns: ['CAMPAIGN_NAME', 'SPEND_IN_DOLLAR', 'TOTAL_CLICKTHROUGH'],
    },
  })

/** The state of a report in a response. */
export const ReportStatusField = z.enum(reportStatuses)

/** The response to the creation of a report. */
export const ReportCreated = z
  .object({
    report_status: ReportStatusField,
    token: z.string().meta({ description: 'Token for analytics/get_report. Percent-encode it in the query.' }),
    message: z.string().nullable(),
  })
  .meta({ id: 'AdsAnalyticsCreateAsyncResponse', description: 'The new report, or the report of an equal request.' })

/** The response with the state of a report. */
export const Report = z
  .object({
    report_status: ReportStatusField,
    url: z
      .string()
      .nullable()
      .meta({ description: 'URL of the file, which works for five minutes. null unless the status is FINISHED.' }),
    size: z.number().nullable().meta({ description: 'Size of the file in bytes. null unless the status is FINISHED.' }),
  })
  .meta({ id: 'AdsAnalyticsGetAsyncResponse', description: 'Status of a report and URL of its file.' })

/** The query parameters of the state of a report. */
export const ReportQuery = z.object({
  token: z.string().meta({ description: 'Token from the response to the creation.', example: tokenOf(1) }),
})

export type ReportCreate = z.output<typeof ReportCreate>
export type ReportCreated = z.output<typeof ReportCreated>
export type Report = z.output<typeof Report>
