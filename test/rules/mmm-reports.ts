import { tryMix } from '../fixtures/mmm-reports.ts'
import { daysAgo } from '../fixtures/reports.ts'
import type { RuleCase } from './case.ts'

/** Reports for marketing mix modeling: their days. */
export const mmmReportCases: readonly RuleCase[] = [
  {
    rule: 'mmm_report.range.order',
    refused: (mock) => tryMix(mock, { start_date: daysAgo(1), end_date: daysAgo(2) }),
    passes: (mock) => tryMix(mock, { start_date: daysAgo(1), end_date: daysAgo(1) }),
  },
]
