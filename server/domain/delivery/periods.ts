import { dateTimeOf } from '../time/clock.ts'
import type { ZonedDays } from '../time/zoned-days.ts'
import type { Bucket } from './buckets.ts'
import { daySeconds, weekdayOf } from './calendar.ts'

/** The spans of time that figures are summed over. */
export const granularities = ['TOTAL', 'DAY', 'HOUR', 'WEEK', 'MONTH'] as const
/** One of `granularities`. */
export type Granularity = (typeof granularities)[number]

/** A span of time of a report. */
export interface ReportPeriod extends Bucket {
  /**
   * The `DATE` of its rows; absent for TOTAL. A week is named by its Monday and a month by its first day, though the report
   * may begin later; an hour by its begin, as 2026-06-01T13:00:00. The latter two are assumed.
   */
  readonly date?: string
}

/** The days of a report. */
export interface ReportDays {
  /** The first and the last day, counted from 1970. */
  readonly first: number
  readonly last: number
  /** When they begin. */
  readonly days: Pick<ZonedDays, 'wallSecondsAt' | 'startOf'>
}

const hourSeconds = 3600

/** Returns the spans of a report, one after another without gaps. */
export function periodsOf(granularity: Granularity, { first, last, days }: ReportDays): readonly ReportPeriod[] {
  if (last < first) return []
  const until = days.startOf(last + 1)
  if (granularity === 'TOTAL') return [{ from: days.startOf(first), to: until }]
  const spans: { readonly from: number; readonly date: string }[] = []
  const add = (from: number, date: string): void => {
    if (spans.at(-1)?.date !== date) spans.push({ from, date })
  }
  for (let day = first; day <= last; day++) {
    const start = days.startOf(day)
    if (granularity !== 'HOUR') add(start, dateOf(nameOf(granularity, day)))
    else for (let from = start; from < days.startOf(day + 1); from += hourSeconds) add(from, hourAt(from, days))
  }
  return spans.map((span, index) => ({ ...span, to: spans[index + 1]?.from ?? until }))
}

/** Returns the day by which the span of a day is named. */
function nameOf(granularity: 'DAY' | 'WEEK' | 'MONTH', day: number): number {
  if (granularity === 'DAY') return day
  return granularity === 'WEEK' ? day - weekdayOf(day) : day - Number(dateOf(day).slice(8)) + 1
}

const dateOf = (day: number): string => dateTimeOf(day * daySeconds * 1000).slice(0, 10)

/** Returns the hour that clocks show. One that comes twice, when clocks are set back, is one span. */
const hourAt = (moment: number, days: ReportDays['days']): string =>
  `${dateTimeOf(days.wallSecondsAt(moment) * 1000).slice(0, 13)}:00:00`
