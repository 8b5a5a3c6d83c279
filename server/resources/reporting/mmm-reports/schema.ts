import { z } from 'zod'
import { adCountries } from '#server/domain/reference/ad-countries.ts'
import { LongId, LongText } from '#server/http/schema/fields.ts'
import { ReportDay } from '../reports/fields.ts'
import { Report, ReportCreated } from '../reports/schema.ts'

const columns = [
  'SPEND_IN_DOLLAR',
  'SPEND_IN_MICRO_DOLLAR',
  'ECPC_IN_DOLLAR',
  'ECTR',
  'CAMPAIGN_NAME',
  'TOTAL_ENGAGEMENT',
  'EENGAGEMENT_RATE',
  'ECPM_IN_DOLLAR',
  'CAMPAIGN_ID',
  'ADVERTISER_ID',
  'AD_GROUP_ID',
  'AD_GROUP_NAME',
  'CLICKTHROUGH_1',
  'IMPRESSION_1',
  'CLICKTHROUGH_2',
  'IMPRESSION_2',
  'TOTAL_CLICKTHROUGH',
  'TOTAL_IMPRESSION',
  'ADVERTISER_NAME',
  'SPEND_ORDER_LINE_PAID_TYPE',
  'ADS_CREDIT_SPEND_IN_DOLLAR',
  'ADVERTISER_PAID_SPEND_IN_DOLLAR',
  'ADVERTISER_PAID_ECPC_IN_DOLLAR',
  'ADVERTISER_PAID_ECPM_IN_DOLLAR',
  'CAMPAIGN_OBJECTIVE_TYPE',
  'PINNER_LIST_NAME',
] as const

const targetingTypes = [
  'APPTYPE',
  'COUNTRY',
  'CREATIVE_TYPE',
  'GENDER',
  'LOCATION',
  'AUDIENCE_INCLUDE',
  'PLACEMENT',
] as const

const mostIds = 500

/** The request body of a report for marketing mix modeling. */
export const MmmReportCreate = z
  .object({
    report_name: LongText.meta({ example: 'Second quarter' }),
    start_date: ReportDay.meta({ description: 'First day in UTC: YYYY-MM-DD.', example: '2026-05-25' }),
    end_date: ReportDay.meta({ description: 'Last day in UTC: YYYY-MM-DD.', example: '2026-05-31' }),
    granularity: z.enum(['DAY', 'WEEK']),
    level: z.enum(['CAMPAIGN_TARGETING', 'AD_GROUP_TARGETING']),
    targeting_types: z.array(z.enum(targetingTypes)).min(1).max(5),
    columns: z.array(z.enum(columns)),
    countries: z
      .array(z.enum(adCountries.map(({ code }) => code) as [string, ...string[]]).nullable())
      .nullish()
      .meta({ description: 'Countries of rows of the type COUNTRY. Rows of other types are of all countries.' }),
    advertiser_ids: z
      .array(LongId)
      .max(mostIds)
      .nullish()
      .meta({ description: 'Accepted without effect: a report is of the ad account in its path.' }),
    custom_column_ids: z
      .array(LongId)
      .max(mostIds)
      .nullish()
      .meta({ description: 'Accepted without effect: this mock has no custom columns.' }),
  })
  .meta({
    id: 'CreateMMMReportRequest',
    description: 'Request for a report for marketing mix modeling.',
    example: {
      report_name: 'Second quarter',
      start_date: '2026-05-25',
      end_date: '2026-05-31',
      granularity: 'DAY',
      level: 'CAMPAIGN_TARGETING',
      targeting_types: ['GENDER'],
      columns: ['SPEND_IN_DOLLAR'],
    },
  })

const envelope = {
  code: z.literal(0).meta({ description: 'Code of success, as in version 5.23.' }),
  status: z.literal('success'),
}

/** The response to the creation: flat as in version 5.28, and with the `data` of version 5.23. */
export const MmmReportCreated = z
  .object({
    ...envelope,
    data: z.object({ ...ReportCreated.shape, status: z.literal('success') }),
    ...ReportCreated.shape,
  })
  .meta({ id: 'CreateMMMReportResponse', description: 'A new report, or an earlier one of an equal request.' })

/** The response with the state of a report: flat as in version 5.28, and with the `data` of version 5.23. */
export const MmmReport = z
  .object({ ...envelope, message: z.literal('ok'), data: z.object(Report.shape), ...Report.shape })
  .meta({ id: 'GetMMMReportResponse', description: 'State of a report, and the URL of its file.' })

export type MmmReportCreate = z.output<typeof MmmReportCreate>
