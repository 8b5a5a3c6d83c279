import type { AdAccountContext } from '#server/domain/ads/ad-account.ts'
import { found } from '#server/domain/errors/found.ts'
import { idOf } from '#server/domain/ids.ts'
import { adAccountRow } from '#server/resources/accounts/ad-accounts/service.ts'
import type { World } from '#server/worlds/world.ts'
import { withoutNull } from '../reports/normalized.ts'
import { createReport } from '../reports/service.ts'
import { daysOf } from './date-range.ts'
import { rowFiltersIn } from './filters.ts'
import { type ReportTemplateRow, reportTemplateTable } from './repository.ts'
import { reportTemplateErrors, reportTemplateIdRange } from './resource.ts'
import { templateReportRules } from './rules.ts'
import type { ReportTemplate, ReportTemplateCreate, TemplateReportQuery } from './schema.ts'

/** The defaults of a template: a week of the spend of campaigns. Assumed. */
const defaults = {
  name: null,
  type: 'BULK',
  report_level: 'CAMPAIGN',
  report_format: 'JSON',
  granularity: 'DAY',
  columns: ['SPEND_IN_DOLLAR'],
  date_range: { absolute_date_range: null, dynamic_date_range: null, relative_date_range: null },
  report_start_relative_days_in_past: 7,
  report_end_relative_days_in_past: 1,
  filters_json: null,
  click_window_days: 30,
  engagement_window_days: 30,
  view_window_days: 1,
  conversion_report_time_type: 'TIME_OF_AD_ACTION',
  ingestion_sources: null,
  custom_column_ids: null,
  creation_source: 'ADS_MANAGER_REPORT_BUILDER',
  is_deleted: false,
  is_owned_by_user: true,
  is_scheduled: false,
} as const

/** Creates a report template of the account, for seeds and direct edits: the API only reads them. */
export function createReportTemplate(
  world: World,
  { id: ad_account_id }: Pick<AdAccountContext, 'id'>,
  item: ReportTemplateCreate,
): ReportTemplateRow {
  const seq = reportTemplateTable.nextSequence(world.db)
  const template: ReportTemplate = {
    id: idOf(reportTemplateIdRange, seq),
    ad_account_id,
    ad_account_ids: [ad_account_id],
    user_id: adAccountRow(world, ad_account_id).owner_id,
    ...defaults,
    ...withoutUndefined(item),
    columns: item.columns ?? [...defaults.columns],
    updated_time: world.clock.seconds(),
  }
  return reportTemplateTable.insertEntity(world.db, template, { seq })
}

/** Returns the fields that are not undefined. */
const withoutUndefined = <Fields extends object>(
  fields: Fields,
): { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never

/** Begins a report of a template, with other days or another granularity where the query has them. */
export function createTemplateReport(world: World, accountId: string, templateId: string, query: TemplateReportQuery) {
  const row = found(
    reportTemplateTable.find(world.db, accountId, templateId),
    reportTemplateErrors['report_template.path'],
  )
  const template: ReportTemplate = JSON.parse(row.json)
  const now = world.clock.seconds()
  const days = daysOf(template, now)
  const dates = { start_date: query.start_date ?? days.start_date, end_date: query.end_date ?? days.end_date }
  world.rules.assert(templateReportRules, { ...dates, now })
  const request = withoutNull({
    ...dates,
    granularity: query.granularity ?? template.granularity,
    level: template.report_level,
    columns: template.columns,
    report_format: template.report_format,
    click_window_days: template.click_window_days,
    engagement_window_days: template.engagement_window_days,
    view_window_days: template.view_window_days,
    conversion_report_time: template.conversion_report_time_type,
    row_filters: rowFiltersIn(template.filters_json),
  })
  const report = createReport(world, { accountId, type: 'report', request })
  return { template_id: templateId, ...report }
}
