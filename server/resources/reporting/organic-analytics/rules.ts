import { dayOf, dayOfDate } from '#server/domain/delivery/calendar.ts'
import type { Rule } from '#server/domain/rules/rule.ts'

/** The facts that the rules of organic analytics evaluate. */
export interface OrganicAnalyticsFacts {
  readonly start_date: string
  readonly end_date: string
  /** Unix seconds of the world's clock. */
  readonly now: number
  /** Whether the figures of several Pins at once are allowed; absent for one. */
  readonly isMultiPinAllowed?: boolean
}

const most = 90
const one = [
  'pins/analytics',
  'multi_pins/analytics',
  'user_account/analytics',
  'user_account/analytics/top_pins',
  'user_account/analytics/top_video_pins',
]

/** Every rule about organic analytics. */
export const organicAnalyticsRules: readonly Rule<OrganicAnalyticsFacts>[] = [
  {
    id: 'organic_analytics.access.multi-pin',
    operations: ['multi_pins/analytics'],
    fields: ['pin_ids'],
    refuses: 'request',
    status: 401,
    evidence: 'second-hand',
    source: 'F55 (DUTCH 2026): code 3 for ordinary apps; the text is that of another restricted feature (QUOTED)',
    code: 3,
    message: 'Your application does not have access to this restricted feature: multi_pin_analytics',
    passes: 'A call of GET /v5/pins/{pin_id}/analytics for each Pin, or the feature multi_pin_analytics.',
    terminal: true,
    violated: ({ isMultiPinAllowed }) => isMultiPinAllowed === false,
  },
  {
    id: 'organic_analytics.start_date.last-90-days',
    operations: one,
    fields: ['start_date'],
    refuses: 'request',
    evidence: 'observed',
    source: 'F35 (DUTCH, September 2026)',
    code: 1,
    message: 'You can only get data from the last 90 days.',
    passes: 'A start_date of the last 90 days, by the clock of the world.',
    sent: ({ start_date }) => start_date,
    violated: ({ start_date, now }) => dayOfDate(start_date) < dayOf(now) - most,
  },
  {
    id: 'organic_analytics.end_date.order',
    operations: one,
    fields: ['end_date', 'start_date'],
    refuses: 'request',
    evidence: 'assumed',
    source: 'a decision of this project, in the words of F35',
    code: 1,
    message: 'end_date must not be before start_date.',
    sent: ({ start_date, end_date }) => `${start_date} to ${end_date}`,
    violated: ({ start_date, end_date }) => dayOfDate(end_date) < dayOfDate(start_date),
  },
  {
    id: 'organic_analytics.end_date.range',
    operations: one,
    fields: ['end_date'],
    refuses: 'request',
    evidence: 'documented',
    source: 'S523: at most 90 days after start_date; the text is assumed',
    code: 1,
    message: 'end_date must be at most 90 days after start_date.',
    sent: ({ start_date, end_date }) => `${start_date} to ${end_date}`,
    violated: ({ start_date, end_date }) => dayOfDate(end_date) - dayOfDate(start_date) > most,
  },
]
