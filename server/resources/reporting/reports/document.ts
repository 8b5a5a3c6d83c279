import { dayOf } from '#server/domain/delivery/calendar.ts'
import { type Granularity, periodsOf, type ReportPeriod } from '#server/domain/delivery/periods.ts'
import { secondsOfDay } from '#server/domain/time/clock.ts'
import { utcDays, ZonedDays } from '#server/domain/time/zoned-days.ts'
import { requireAdAccount, zoneOfAdAccount } from '#server/resources/accounts/ad-accounts/service.ts'
import { progressOf } from '#server/worlds/progress.ts'
import type { World } from '#server/worlds/world.ts'
import type { EntityLevel } from '../delivery/levels.ts'
import { csvDocument } from './csv-document.ts'
import { countOf } from './filter-repository.ts'
import { passingEntities } from './filters.ts'
import { jsonDocument } from './json-document.ts'
import type { ReportRow } from './repository.ts'
import { rowColumns } from './row-columns.ts'
import type { ReportCreate } from './schema.ts'
import { type RowSource, rowsByDate, rowsById } from './source.ts'
import type { ReportLevelName } from './values.ts'
import { attributionOf } from './windows.ts'

/** The level whose entities have the rows of a report; undefined where an ad account has none of them here. */
const levels: Readonly<Record<ReportLevelName, EntityLevel | undefined>> = {
  ADVERTISER: 'account',
  ADVERTISER_TARGETING: 'account',
  CAMPAIGN: 'campaign',
  CAMPAIGN_TARGETING: 'campaign',
  AD_GROUP: 'ad_group',
  AD_GROUP_TARGETING: 'ad_group',
  PIN_PROMOTION: 'ad',
  PIN_PROMOTION_TARGETING: 'ad',
  KEYWORD: 'ad_group',
  PRODUCT_GROUP: 'product_group',
  PRODUCT_GROUP_TARGETING: 'product_group',
  PRODUCT_ITEM: undefined,
  PRODUCT_ITEM_TARGETING: undefined,
}

/**
 * Yields the file of a report, computed while it is read: its figures are those of the moment at which it finished, the
 * names and states of entities those of now.
 */
export async function* reportDocument(world: World, report: ReportRow): AsyncGenerator<string> {
  const request: ReportCreate = JSON.parse(report.request)
  const source = sourceOf(world, report, request)
  const hasDates = request.granularity !== 'TOTAL'
  // Rows of TOTAL have no date by which they could be sorted.
  const isByDate = request.primary_sort === 'BY_DATE' && hasDates
  const rows = isByDate ? rowsByDate(world, source, countOf(world.readable, source)) : rowsById(world, source)
  if (request.report_format === 'CSV') yield* csvDocument(source.columns, rows, { dates: hasDates, targets: false })
  else yield* jsonDocument(source.columns, rows, isByDate ? (_entity, { date }) => date ?? '' : ({ id }) => id)
}

function sourceOf(world: World, { ad_account_id, finished_time }: ReportRow, request: ReportCreate): RowSource {
  const level = levels[request.level] ?? 'account'
  const { features } = requireAdAccount(world, ad_account_id)
  const now = finished_time ?? world.clock.seconds()
  const viewpoint = { now, billingDisabled: features.billing_disabled, reviews: progressOf(world, 'ads') }
  const filters = request.metrics_filters ?? []
  const columns = rowColumns({
    level,
    names: request.columns,
    filtered: filters.map(({ field }) => field),
    isHourly: request.granularity === 'HOUR',
  })
  return {
    accountId: ad_account_id,
    level,
    columns,
    periods: levels[request.level] === undefined ? [] : reportPeriods(world, ad_account_id, request),
    attribution: attributionOf(request),
    passing: passingEntities(world.readable, ad_account_id, request, viewpoint),
    keeps: (figures) =>
      filters.every(({ operator, values }, index) => {
        const figure = figures[columns.shown + index] ?? 0
        return values.some((value) => (operator === 'LESS_THAN' ? figure < value : figure > value))
      }),
    viewpoint,
  }
}

/** The days and hours of a report. */
interface ReportSpan {
  readonly start_date: string
  readonly end_date: string
  readonly granularity: Granularity
  readonly start_hour?: number | null | undefined
  readonly end_hour?: number | null | undefined
  readonly reporting_timezone?: 'PINTEREST_TIME_ZONE' | 'AD_ACCOUNT_TIME_ZONE' | null | undefined
}

/** Returns the spans of time of a report. */
function reportPeriods(world: World, accountId: string, span: ReportSpan): readonly ReportPeriod[] {
  const { start_date, end_date, granularity, start_hour, end_hour, reporting_timezone } = span
  const isZoned = reporting_timezone === 'AD_ACCOUNT_TIME_ZONE'
  const days = isZoned ? new ZonedDays(zoneOfAdAccount(world, accountId)) : utcDays
  const [first, last] = [dayOf(secondsOfDay(start_date)), dayOf(secondsOfDay(end_date))]
  const periods = periodsOf(granularity, { first, last, days })
  if (granularity !== 'HOUR') return periods
  const [from, until] = [hourOf(start_date, start_hour ?? 0), hourOf(end_date, end_hour ?? 23)]
  return periods.filter(({ date = '' }) => date >= from && date <= until)
}

const hourOf = (date: string, hour: number): string => `${date}T${String(hour).padStart(2, '0')}:00:00`
