import { z } from 'zod'
import { granularities } from '#server/domain/delivery/periods.ts'
import { Order, pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import { AdAccountPath, Id, LongText, text, UnixTime } from '#server/http/schema/fields.ts'
import { ReportDay } from '../reports/fields.ts'
import { ReportStatusField } from '../reports/schema.ts'
import { reportLevelNames } from '../reports/values.ts'
import { areFilters } from './filters.ts'

const dynamicRanges = ['YEAR_TO_DATE', 'QUARTER_TO_DATE', 'MONTH_TO_DATE', 'LAST_MONTH', 'LAST_QUARTER'] as const
const sources = ['TAG', 'MMP', 'FILE_UPLOAD', 'CONVERSIONS_API', 'NATIVE'] as const

const Days = z.int().min(0).max(914)

const DateRange = z
  .object({
    absolute_date_range: z
      .object({ type: z.literal('absolute'), start_date: UnixTime, end_date: UnixTime })
      .nullable()
      .meta({ description: 'Unix seconds (assumed).' }),
    dynamic_date_range: z.object({ type: z.literal('dynamic'), range: z.enum(dynamicRanges) }).nullable(),
    relative_date_range: z
      .object({ type: z.literal('relative'), start_days_in_past: Days, end_days_in_past: Days })
      .nullable(),
  })
  .partial()
  .meta({ description: 'Days of its reports: one of the three ranges.' })

const columnName = text(120).regex(/^[A-Z0-9_]+$/)
const mostColumns = 1000

const fields = {
  name: LongText.nullable().meta({ example: 'Week over week spend' }),
  type: z.enum(['UNSPECIFIED', 'BULK', 'OVERVIEW', 'TABLE']),
  report_level: z.enum(reportLevelNames).meta({ example: 'CAMPAIGN' }),
  report_format: z.enum(['JSON', 'CSV']),
  granularity: z.enum(granularities),
  columns: z
    .array(columnName)
    .max(mostColumns)
    .meta({
      description: 'Names of columns. Those of other tools have no values in reports.',
      example: ['SPEND_IN_DOLLAR'],
    }),
  date_range: DateRange,
  report_start_relative_days_in_past: Days,
  report_end_relative_days_in_past: Days,
  filters_json: LongText.refine(areFilters, { error: 'is not JSON text of filters with field, operator and value' })
    .nullable()
    .meta({
      description: 'JSON text of filters on rows: `[{"field": "SPEND_IN_DOLLAR", "operator": ">", "value": 100}]`.',
    }),
  click_window_days: z.int().meta({ example: 30 }),
  engagement_window_days: z.int().meta({ example: 30 }),
  view_window_days: z.int().meta({ example: 1 }),
  conversion_report_time_type: z.enum(['TIME_OF_AD_ACTION', 'TIME_OF_CONVERSION']),
  ingestion_sources: z.array(z.enum(sources)).nullable(),
  custom_column_ids: z.array(Id).nullable(),
  creation_source: z.enum(['ADS_API', 'ADS_MANAGER_REPORTING_PAGE', 'ADS_MANAGER_REPORT_BUILDER']),
  is_deleted: z.boolean().nullable(),
  is_owned_by_user: z.boolean(),
  is_scheduled: z.boolean(),
}

/** A report template in a response. */
export const ReportTemplate = z
  .object({
    id: Id,
    ad_account_id: Id,
    ad_account_ids: z.array(Id),
    user_id: z.string(),
    ...fields,
    updated_time: UnixTime,
  })
  .meta({ id: 'TemplateResponse', description: 'A report template: columns, days and format of a report.' })

/** A report template of a seed or a direct edit: the API creates none. */
export const ReportTemplateCreate = z
  .object(fields)
  .partial()
  .extend({
    click_window_days: z.literal([1, 7, 30, 60]).optional(),
    engagement_window_days: z.literal([1, 7, 30, 60]).optional(),
    view_window_days: z.literal([1, 7, 30, 60]).optional(),
  })

/** The query parameters of a list. */
export const ReportTemplateListQuery = z.object({ order: Order, ...pageQuery })

/** The response of a list. */
export const ReportTemplatePage = pageOf(ReportTemplate).meta({ id: 'TemplatePage' })

/** The path of a report by a template. */
export const TemplateReportPath = AdAccountPath.extend({
  template_id: z.string().max(18),
})

/** The query parameters of a report by a template: what is absent comes from the template. */
export const TemplateReportQuery = z.object({
  start_date: ReportDay.optional().meta({ format: 'date', description: 'First day in UTC, at most 2.5 years back.' }),
  end_date: ReportDay.optional().meta({ format: 'date', description: 'Last day in UTC, at most 2.5 years later.' }),
  granularity: z.enum(granularities).optional().meta({ description: 'Time span of a row.' }),
})

/** The response to the creation of a report by a template. */
export const TemplateReport = z
  .object({ template_id: z.string(), report_status: ReportStatusField, token: z.string(), message: z.string() })
  .meta({
    id: 'TemplateBasedReport',
    description: 'A new report of a template, or an earlier one of an equal request.',
  })

export type ReportTemplateCreate = z.output<typeof ReportTemplateCreate>
export type ReportTemplate = z.output<typeof ReportTemplate>
export type TemplateReportQuery = z.output<typeof TemplateReportQuery>
