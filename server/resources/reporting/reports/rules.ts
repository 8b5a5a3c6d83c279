import { dayOf } from '#server/domain/delivery/calendar.ts'
import type { Evidence, Rule } from '#server/domain/rules/rule.ts'
import { secondsOfDay } from '#server/domain/time/clock.ts'
import type { ReportCreate } from './schema.ts'
import { windowsAreValid, windowsOf } from './windows.ts'

/** What the rules about a report look at. */
export interface ReportFacts {
  readonly request: ReportCreate
  /** The world's time in Unix seconds. */
  readonly now: number
}

const operation = 'analytics/create_report'
const common = { operations: [operation], refuses: 'request', code: 1 } as const
const documented = 'S523 analytics/create_report'
const decided = 'a decision of this project'

const dayNumber = (date: string): number => dayOf(secondsOfDay(date))
const isHourly = ({ request }: ReportFacts): boolean => request.granularity === 'HOUR'
const isOfItems = ({ request }: ReportFacts): boolean => request.level.startsWith('PRODUCT_ITEM')
const age = ({ request, now }: ReportFacts): number => dayOf(now) - dayNumber(request.start_date)
const length = ({ request }: ReportFacts): number => dayNumber(request.end_date) - dayNumber(request.start_date)
const datesOf = ({ request: { start_date, end_date } }: ReportFacts) => ({ start_date, end_date })

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

const rangeRules = ranges.flatMap(({ id, name, when, back, days, evidence, source }): Rule<ReportFacts>[] => [
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
])

const ofAds = /^(AD|PIN_PROMOTION)_(ID|NAME|STATUS)$/

/** Every rule about a report; each refuses the request. */
export const reportRules: readonly Rule<ReportFacts>[] = [
  {
    ...common,
    id: 'report.range.order',
    fields: ['end_date', 'start_date'],
    evidence: 'assumed',
    source: decided,
    message: 'end_date must not be before start_date.',
    sent: datesOf,
    violated: (facts) => length(facts) < 0,
  },
  ...rangeRules,
  {
    ...common,
    id: 'report.hours.hourly-only',
    fields: ['start_hour', 'end_hour', 'granularity'],
    evidence: 'documented',
    source: `${documented}; the message is assumed`,
    message: 'start_hour and end_hour are only allowed for hourly reports.',
    sent: ({ request: { start_hour, end_hour, granularity } }) => ({ start_hour, end_hour, granularity }),
    violated: (facts) => !isHourly(facts) && (facts.request.start_hour ?? facts.request.end_hour) != null,
  },
  {
    ...common,
    id: 'report.hours.order',
    fields: ['end_hour', 'start_hour'],
    evidence: 'assumed',
    source: decided,
    message: 'On one day, end_hour must not be before start_hour.',
    when: (facts) => isHourly(facts) && length(facts) === 0,
    sent: ({ request: { start_hour, end_hour } }) => ({ start_hour, end_hour }),
    violated: ({ request: { start_hour, end_hour } }) => (end_hour ?? 23) < (start_hour ?? 0),
  },
  {
    ...common,
    id: 'report.windows',
    fields: ['click_window_days', 'engagement_window_days', 'view_window_days'],
    evidence: 'second-hand',
    source: 'F64 (MATIA, BOOMI); the message is assumed',
    message: 'These attribution windows are not allowed together.',
    passes:
      'Windows of 60, 30, 7 or 1 days, the one for clicks at least that for engagements, and that for views no longer than that.',
    sent: ({ request }) => windowsOf(request),
    violated: ({ request }) => !windowsAreValid(windowsOf(request)),
  },
  {
    ...common,
    id: 'report.items.no-ad-filters',
    fields: ['ad_ids', 'ad_statuses', 'level'],
    evidence: 'documented',
    source: `${documented}; the message is assumed`,
    message: 'ad_ids and ad_statuses are not allowed in reports of product items.',
    when: isOfItems,
    violated: ({ request }) => (request.ad_ids ?? request.ad_statuses) != null,
  },
  {
    ...common,
    id: 'report.items.no-ad-columns',
    fields: ['columns', 'level'],
    evidence: 'documented',
    source: `${documented}; the message and which columns these are is assumed`,
    message: 'Columns about ads are not allowed in reports of product items.',
    when: isOfItems,
    sent: ({ request }) => request.columns.filter((name) => ofAds.test(name)),
    violated: ({ request }) => request.columns.some((name) => ofAds.test(name)),
  },
  {
    ...common,
    id: 'report.targeting.audience-multiplier',
    fields: ['targeting_types', 'level'],
    evidence: 'documented',
    source: 'S523 TargetingTypeFilter; the message is assumed',
    message: 'The targeting type AUDIENCE_MULTIPLIER is only available at the level CAMPAIGN_TARGETING.',
    sent: ({ request }) => request.level,
    violated: ({ request }) => isOnlyOf(request, 'AUDIENCE_MULTIPLIER', 'CAMPAIGN_TARGETING'),
  },
  {
    ...common,
    id: 'report.targeting.media-type',
    fields: ['targeting_types', 'level'],
    evidence: 'documented',
    source: 'S523 TargetingTypeFilter; the message is assumed',
    message: 'The targeting type MEDIA_TYPE is only available at the level PRODUCT_ITEM_TARGETING.',
    sent: ({ request }) => request.level,
    violated: ({ request }) => isOnlyOf(request, 'MEDIA_TYPE', 'PRODUCT_ITEM_TARGETING'),
  },
]

/** Tells whether a request breaks down by a type of targeting at another level than the one that has it. */
const isOnlyOf = (
  { level, targeting_types }: ReportCreate,
  type: NonNullable<ReportCreate['targeting_types']>[number],
  of: ReportCreate['level'],
): boolean => level.endsWith('_TARGETING') && level !== of && (targeting_types?.includes(type) ?? false)
