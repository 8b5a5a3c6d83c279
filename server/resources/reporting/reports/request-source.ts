import { dayOfDate } from '#server/domain/delivery/calendar.ts'
import { type Granularity, periodsOf, type ReportPeriod } from '#server/domain/delivery/periods.ts'
import { utcDays, ZonedDays } from '#server/domain/time/zoned-days.ts'
import { requireAdAccount, zoneOfAdAccount } from '#server/resources/accounts/ad-accounts/service.ts'
import { progressOf } from '#server/worlds/progress.ts'
import type { World } from '#server/worlds/world.ts'
import type { EntityLevel } from '../delivery/levels.ts'
import { passingEntities } from './filters.ts'
import type { ReportRow } from './repository.ts'
import { rowColumns } from './row-columns.ts'
import { filtersOf, keeperOf, type RowFilter } from './row-filters.ts'
import type { RowSource } from './row-source.ts'
import type { ReportCreate } from './schema.ts'
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
  PRODUCT_ITEM: 'product_group',
  PRODUCT_ITEM_TARGETING: undefined,
}

/** The request of a report as it is stored. Those of templates have filters on rows, and columns of other tools. */
export type StoredRequest = Omit<ReportCreate, 'columns'> & {
  readonly columns: readonly string[]
  readonly row_filters?: readonly RowFilter[]
  /** The countries of rows by country, of reports for marketing mix modeling. */
  readonly countries?: readonly (string | null)[]
}

/** Returns what the rows of a report are made of. */
export function sourceOf(world: World, { ad_account_id, finished_time }: ReportRow, request: StoredRequest): RowSource {
  const level = levels[request.level] ?? 'account'
  const { countries } = request
  const { features } = requireAdAccount(world, ad_account_id)
  const now = finished_time ?? world.clock.seconds()
  const viewpoint = { now, billingDisabled: features.billing_disabled, reviews: progressOf(world, 'ads') }
  const filters = [...filtersOf(request.metrics_filters), ...(request.row_filters ?? [])]
  const columns = rowColumns({
    level,
    names: request.columns,
    filtered: filters.map(({ field }) => field),
    isHourly: request.granularity === 'HOUR',
    isOfItems: request.level === 'PRODUCT_ITEM',
  })
  return {
    accountId: ad_account_id,
    level,
    columns,
    periods: levels[request.level] === undefined ? [] : reportPeriods(world, ad_account_id, request),
    attribution: attributionOf(request),
    passing: passingEntities(world.readable, ad_account_id, request, viewpoint),
    keeps: keeperOf(filters, columns.filtered),
    keepsTarget: countries && ((type, value) => type !== 'COUNTRY' || countries.includes(value)),
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
export function reportPeriods(world: World, accountId: string, span: ReportSpan): readonly ReportPeriod[] {
  const { start_date, end_date, granularity, start_hour, end_hour, reporting_timezone } = span
  const isZoned = reporting_timezone === 'AD_ACCOUNT_TIME_ZONE'
  const days = isZoned ? new ZonedDays(zoneOfAdAccount(world, accountId)) : utcDays
  const [first, last] = [dayOfDate(start_date), dayOfDate(end_date)]
  const periods = periodsOf(granularity, { first, last, days })
  if (granularity !== 'HOUR') return periods
  const [from, until] = [hourOf(start_date, start_hour ?? 0), hourOf(end_date, end_hour ?? 23)]
  return periods.filter(({ date = '' }) => date >= from && date <= until)
}

const hourOf = (date: string, hour: number): string => `${date}T${String(hour).padStart(2, '0')}:00:00`
