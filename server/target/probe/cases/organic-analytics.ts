import type { ProbeCall, ProbeCase } from '../probe-case.ts'

const between = (start_date: string, end_date: string): ProbeCall => ({
  operation: 'user_account/analytics',
  query: { start_date, end_date },
})

/** Organic analytics: their days. */
export const organicAnalyticsCases: readonly ProbeCase[] = [
  {
    rule: 'organic_analytics.start_date.last-90-days',
    refused: between('{{day-92}}', '{{day-5}}'),
    passes: between('{{day-89}}', '{{day-5}}'),
  },
  {
    rule: 'organic_analytics.end_date.order',
    refused: between('{{day-1}}', '{{day-2}}'),
    passes: between('{{day-1}}', '{{day-1}}'),
  },
  {
    rule: 'organic_analytics.end_date.range',
    refused: between('{{day-89}}', '{{day+3}}'),
    passes: between('{{day-89}}', '{{day}}'),
  },
]
