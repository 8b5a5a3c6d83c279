import { dayOf, dayOfDate, daySeconds } from '#server/domain/delivery/calendar.ts'
import { ColumnSet } from '#server/domain/delivery/column-set.ts'
import { figureColumns } from '#server/domain/delivery/columns.ts'
import { conversionColumns } from '#server/domain/delivery/conversion-columns.ts'
import { periodsOf, type ReportPeriod } from '#server/domain/delivery/periods.ts'
import type { Attribution } from '#server/domain/delivery/tally.ts'
import { utcDays, ZonedDays } from '#server/domain/time/zoned-days.ts'
import { zoneOfAdAccount } from '#server/resources/accounts/ad-accounts/service.ts'
import type { World } from '#server/worlds/world.ts'
import type { ReportQuery } from './query.ts'
import { reportDayRules } from './rules.ts'

/** A report as its figures and rows need it. */
export interface Report {
  readonly accountId: string
  readonly periods: readonly ReportPeriod[]
  /** The columns that were sent, each once. */
  readonly names: readonly string[]
  /** Those of them that are figures, with their sums: an hour has no conversions. */
  readonly figureNames: readonly string[]
  readonly columns: ColumnSet
  readonly attribution: Attribution
}

/**
 * Returns the report that a query asks for; throws where its days are refused.
 *
 * @param operation The operation, whose rules about days count.
 */
export function reportOf(world: World, accountId: string, operation: string, query: ReportQuery): Report {
  const { granularity, columns, reporting_timezone } = query
  const [first, last] = [dayOfDate(query.start_date), dayOfDate(query.end_date)]
  const today = dayOf(world.clock.seconds())
  world.rules.assert(reportDayRules, { operation, granularity, first, last, today })
  const isZoned = reporting_timezone === 'AD_ACCOUNT_TIME_ZONE'
  const days = isZoned ? new ZonedDays(zoneOfAdAccount(world, accountId)) : utcDays
  const names = [...new Set(columns)]
  const figureNames = names.filter(
    (name) => name in figureColumns && !(granularity === 'HOUR' && name in conversionColumns),
  )
  return {
    accountId,
    // Nothing was delivered before 1970, nor will be after the day that has begun somewhere on earth.
    periods: periodsOf(granularity, { first: Math.max(first, 0), last: Math.min(last, today + 1), days }),
    names,
    figureNames,
    columns: new ColumnSet(figureNames),
    attribution: attributionOf(query),
  }
}

const attributionOf = (query: ReportQuery): Attribution => ({
  windows: {
    click: query.click_window_days * daySeconds,
    engagement: query.engagement_window_days * daySeconds,
    view: query.view_window_days * daySeconds,
  },
  byConversion: query.conversion_report_time === 'TIME_OF_CONVERSION',
})
