import { dayOf, dayOfDate } from '#server/domain/delivery/calendar.ts'
import type { Evidence, Rule } from '#server/domain/rules/rule.ts'
import type { ReportCreate } from './schema.ts'

/** What the rules about a report look at. */
export interface ReportFacts {
  readonly request: ReportCreate
  /** The world's time in Unix seconds. */
  readonly now: number
}

/** What the rules about a report have in common. */
export const common = { operations: ['analytics/create_report'], refuses: 'request', code: 1 } as const
/** The source of what is documented about reports. */
export const documented = 'S523 analytics/create_report'
/** The source of what is a decision. */
export const decided = 'a decision of this project'

/** Tells whether a report is by the hour. */
export const isHourly = ({ request }: ReportFacts): boolean => request.granularity === 'HOUR'
/** Tells whether a report is of product items. */
export const isOfItems = ({ request }: ReportFacts): boolean => request.level.startsWith('PRODUCT_ITEM')
const age = ({ request, now }: ReportFacts): number => dayOf(now) - dayOfDate(request.start_date)
/** Returns how many days after the first one the last day of a report is. */
export const length = ({ request }: ReportFacts): number => dayOfDate(request.end_date) - dayOfDate(request.start_date)
/** Returns the dates of a report, for messages. */
export const datesOf = ({ request: { start_date, end_date } }: ReportFacts) => ({ start_date, end_date })

/** How far back a report may begin, and how long it may be. */
interface Range {
  readonly id: string
  readonly name: string
  readonly when: (facts: ReportFacts) => boolean
  readonly back: number
  readonly days: number
  /** How the words of the first refusal are known; those of the second are in their style. */
  readonly evidence: Evidence
  readonly source: string
}

const ranges: readonly Range[] = [
  {
    id: 'hourly',
    name: 'Hourly',
    when: isHourly,
    back: 8,
    days: 3,
    evidence: 'documented',
    source: `${documented}; the message is in the style of F69`,
  },
  {
    id: 'items',
    name: 'Product item',
    when: (facts) => !isHourly(facts) && isOfItems(facts),
    back: 92,
    days: 31,
    evidence: 'documented',
    source: `${documented}; the message is in the style of F69`,
  },
  {
    id: 'daily',
    name: 'Non-hourly',
    when: (facts) => !isHourly(facts) && !isOfItems(facts),
    back: 914,
    days: 186,
    evidence: 'documented',
    source: `${documented}; F69 (AIRT, 2022) for the message`,
  },
]

/** Rules about how far back a report may begin, and how long it may be. */
export const rangeRules: readonly Rule<ReportFacts>[] = ranges.flatMap(
  ({ id, name, when, back, days, evidence, source }): Rule<ReportFacts>[] => [
    {
      ...common,
      id: `report.range.${id}-start`,
      fields: ['start_date'],
      evidence,
      source,
      message: `${name} request must be within ${back} recent days`,
      passes: `A start_date at most ${back} days before today in UTC.`,
      when,
      sent: ({ request }) => request.start_date,
      literal: true,
      violated: (facts) => age(facts) > back,
    },
    {
      ...common,
      id: `report.range.${id}-length`,
      fields: ['end_date', 'start_date'],
      evidence,
      source: `${documented}; the message is in the style of F69`,
      message: `${name} request must span at most ${days} days`,
      passes: `An end_date at most ${days} days after the start_date.`,
      when,
      sent: datesOf,
      literal: true,
      violated: (facts) => length(facts) > days,
    },
  ],
)
