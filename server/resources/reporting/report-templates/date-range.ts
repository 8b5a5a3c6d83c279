import { daySeconds } from '#server/domain/delivery/calendar.ts'
import { isoOf } from '#server/domain/time/clock.ts'
import type { ReportTemplate } from './schema.ts'

/** The days of a report, both included. */
export interface ReportDays {
  readonly start_date: string
  readonly end_date: string
}

/** The fields of a template that determine its days. */
type DatedTemplate = Pick<
  ReportTemplate,
  'date_range' | 'report_start_relative_days_in_past' | 'report_end_relative_days_in_past'
>

/** Returns the days of a template's report that is begun at a time in Unix seconds. */
export function daysOf(template: DatedTemplate, now: number): ReportDays {
  const {
    absolute_date_range: absolute,
    dynamic_date_range: dynamic,
    relative_date_range: relative,
  } = template.date_range
  if (absolute) return { start_date: dateOf(absolute.start_date), end_date: dateOf(absolute.end_date) }
  if (dynamic) return dynamicDays(dynamic.range, dateOf(now))
  const [start, end] = relative
    ? [relative.start_days_in_past, relative.end_days_in_past]
    : [template.report_start_relative_days_in_past, template.report_end_relative_days_in_past]
  return { start_date: dateOf(now - start * daySeconds), end_date: dateOf(now - end * daySeconds) }
}

type Dynamic = NonNullable<DatedTemplate['date_range']['dynamic_date_range']>['range']

function dynamicDays(range: Dynamic, today: string): ReportDays {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  const quarter = month - ((month - 1) % 3)
  const dayBefore = (of: string): string => dateOf(Date.parse(of) / 1000 - daySeconds)
  if (range === 'YEAR_TO_DATE') return { start_date: firstOf(year, 1), end_date: today }
  if (range === 'QUARTER_TO_DATE') return { start_date: firstOf(year, quarter), end_date: today }
  if (range === 'MONTH_TO_DATE') return { start_date: firstOf(year, month), end_date: today }
  const [length, from] = range === 'LAST_MONTH' ? [1, month] : [3, quarter]
  return { start_date: firstOf(year, from - length), end_date: dayBefore(firstOf(year, from)) }
}

/** Returns the first day of a month; one before January is of the year before. */
const firstOf = (year: number, month: number): string =>
  month > 0 ? `${year}-${String(month).padStart(2, '0')}-01` : firstOf(year - 1, month + 12)

const dateOf = (seconds: number): string => isoOf(seconds * 1000).slice(0, 10)
