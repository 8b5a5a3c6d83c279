import { dayOf, dayOfDate } from '#server/domain/delivery/calendar.ts'
import type { Rule } from '#server/domain/rules/rule.ts'

/** What the rules about a report by a template look at. */
export interface TemplateReportFacts {
  readonly start_date: string
  readonly end_date: string
  /** The world's time in Unix seconds. */
  readonly now: number
}

/** Two and a half years in days, of which one may be a leap year. */
const mostDays = 914

const common = { operations: ['analytics/create_template_report'], refuses: 'request', code: 1 } as const
const datesOf = ({ start_date, end_date }: TemplateReportFacts) => ({ start_date, end_date })
const length = ({ start_date, end_date }: TemplateReportFacts): number => dayOfDate(end_date) - dayOfDate(start_date)

/** Every rule about a report by a template; each refuses the request. */
export const templateReportRules: readonly Rule<TemplateReportFacts>[] = [
  {
    ...common,
    id: 'template_report.range.order',
    fields: ['end_date', 'start_date'],
    evidence: 'assumed',
    source: 'a decision of this project',
    message: 'end_date must not be before start_date.',
    sent: datesOf,
    violated: (facts) => length(facts) < 0,
  },
  {
    ...common,
    id: 'template_report.range.start',
    fields: ['start_date'],
    evidence: 'documented',
    source: 'S523 analytics/create_template_report; F15; the message is assumed',
    message: 'start_date must be within the last 2.5 years.',
    sent: ({ start_date }) => start_date,
    violated: ({ start_date, now }) => dayOf(now) - dayOfDate(start_date) > mostDays,
  },
  {
    ...common,
    id: 'template_report.range.length',
    fields: ['end_date', 'start_date'],
    evidence: 'documented',
    source: 'S523 analytics/create_template_report; F15; the message is assumed',
    message: 'end_date must be at most 2.5 years after start_date.',
    sent: datesOf,
    violated: (facts) => length(facts) > mostDays,
  },
]
