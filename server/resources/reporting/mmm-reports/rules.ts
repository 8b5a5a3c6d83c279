import type { Rule } from '#server/domain/rules/rule.ts'
import type { MmmReportCreate } from './schema.ts'

/** Every rule about a report for marketing mix modeling; each refuses the request. */
export const mmmReportRules: readonly Rule<Pick<MmmReportCreate, 'start_date' | 'end_date'>>[] = [
  {
    id: 'mmm_report.range.order',
    operations: ['analytics/create_mmm_report'],
    fields: ['end_date', 'start_date'],
    refuses: 'request',
    evidence: 'assumed',
    source: 'a decision of this project; no limits of the range are documented',
    code: 1,
    message: 'end_date must not be before start_date.',
    sent: ({ start_date, end_date }) => ({ start_date, end_date }),
    violated: ({ start_date, end_date }) => end_date < start_date,
  },
]
