import type { Granularity } from '#server/domain/delivery/periods.ts'
import type { Rule } from '#server/domain/rules/rule.ts'

/** The operations that answer rows at once. */
export const analyticsOperations = [
  'ad_account/analytics',
  'campaigns/analytics',
  'ad_groups/analytics',
  'ads/analytics',
  'ad_pins/analytics',
  'product_groups/analytics',
] as const

/** The operations that answer rows by targeting. */
export const targetingAnalyticsOperations = [
  'ad_account_targeting_analytics/get',
  'campaign_targeting_analytics/get',
  'ad_groups_targeting_analytics/get',
  'ad_targeting_analytics/get',
] as const

const operations = [...analyticsOperations, ...targetingAnalyticsOperations]

/** The days of a report, as its rules see them: counted from 1970. */
export interface ReportDaysFacts {
  readonly operation: string
  readonly granularity: Granularity
  readonly first: number
  readonly last: number
  /** The present day of UTC. */
  readonly today: number
}

/** The one operation that names no range for hours. */
const unlimitedHours = 'ad_account/analytics'

const most = { back: 90, range: 90, hoursBack: 8, hoursRange: 3 } as const

const isHourly = ({ granularity }: ReportDaysFacts): boolean => granularity === 'HOUR'
const back = ({ first, today }: ReportDaysFacts): number => today - first
const range = ({ first, last }: ReportDaysFacts): number => last - first

/** Rules about the days of a report; each refuses the request. */
export const reportDayRules: readonly Rule<ReportDaysFacts>[] = [
  {
    id: 'analytics.days.order',
    operations,
    fields: ['end_date', 'start_date'],
    refuses: 'request',
    terminal: true,
    evidence: 'assumed',
    source: 'a decision of this project',
    code: 1,
    message: 'end_date must not be before start_date.',
    violated: (facts) => range(facts) < 0,
  },
  {
    id: 'analytics.days.back',
    operations,
    fields: ['start_date'],
    refuses: 'request',
    terminal: true,
    evidence: 'observed',
    source: 'F35 on user_account/analytics (DUTCH), second-hand for ads; F33, F34 for the number of days',
    code: 1,
    message: 'You can only get data from the last 90 days.',
    passes: 'A start_date of at most 90 days before today, in UTC.',
    literal: true,
    when: (facts) => !isHourly(facts),
    violated: (facts) => back(facts) > most.back,
  },
  {
    id: 'analytics.days.hours-back',
    operations,
    fields: ['start_date', 'granularity'],
    refuses: 'request',
    terminal: true,
    evidence: 'documented',
    source: 'S523, F33; the text is assumed, as F35',
    code: 1,
    message: 'You can only get hourly data from the last 8 days.',
    passes: 'A start_date of at most 8 days before today, in UTC, or another granularity.',
    when: isHourly,
    violated: (facts) => back(facts) > most.hoursBack,
  },
  {
    id: 'analytics.days.range',
    operations,
    fields: ['end_date', 'start_date'],
    refuses: 'request',
    evidence: 'documented',
    source: 'S523, F33; the text is assumed, as F35',
    code: 1,
    message: 'You can only get data for a range of 90 days.',
    passes: 'An end_date of at most 90 days after start_date.',
    when: (facts) => !isHourly(facts) || facts.operation === unlimitedHours,
    violated: (facts) => range(facts) > most.range,
  },
  {
    id: 'analytics.days.hours-range',
    operations: operations.filter((operation) => operation !== unlimitedHours),
    fields: ['end_date', 'start_date', 'granularity'],
    refuses: 'request',
    evidence: 'documented',
    source: 'S523, F33; the text is assumed, as F35',
    code: 1,
    message: 'You can only get hourly data for a range of 3 days.',
    passes: 'An end_date of at most 3 days after start_date, or another granularity.',
    when: (facts) => isHourly(facts) && facts.operation !== unlimitedHours,
    violated: (facts) => range(facts) > most.hoursRange,
  },
]

/** The filters of the analytics of ads. */
export interface AdAnalyticsFacts {
  readonly ad_ids?: unknown
  readonly campaign_ids?: unknown
  readonly pin_ids?: unknown
}

/** Rules about which ads are meant; each refuses the request. */
export const adAnalyticsRules: readonly Rule<AdAnalyticsFacts>[] = [
  {
    id: 'analytics.ads.filter',
    operations: ['ads/analytics'],
    fields: ['ad_ids', 'campaign_ids', 'pin_ids'],
    refuses: 'request',
    evidence: 'documented',
    source: 'S523 ads/analytics; the text is assumed',
    code: 1,
    message: 'Invalid request: ad_ids, or both campaign_ids and pin_ids, are required.',
    violated: ({ ad_ids, campaign_ids, pin_ids }) =>
      ad_ids === undefined && (campaign_ids === undefined || pin_ids === undefined),
  },
]
