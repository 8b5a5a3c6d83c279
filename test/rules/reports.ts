import { reportCases as probeCases } from '#server/target/probe/cases/reports.ts'
import { daysAgo, tryReport } from '../fixtures/reports.ts'
import type { Answer, Mock } from '../support/mock.ts'
import type { RuleCase } from './case.ts'
import { probed } from './probe-cases.ts'

const asking =
  (more: object) =>
  (mock: Mock): Promise<Answer> =>
    tryReport(mock, more)

const hourly = { granularity: 'HOUR', start_date: daysAgo(2), end_date: daysAgo(2) }
const ofItems = { level: 'PRODUCT_ITEM', columns: ['SPEND_IN_DOLLAR'] }

/** Reports: their days and hours, attribution windows, and what only some levels have. */
export const reportCases: readonly RuleCase[] = [
  ...probed(probeCases),
  {
    rule: 'report.range.daily-start',
    refused: asking({ start_date: daysAgo(915), end_date: daysAgo(900) }),
    passes: asking({ start_date: daysAgo(914), end_date: daysAgo(900) }),
  },
  {
    rule: 'report.range.daily-length',
    refused: asking({ start_date: daysAgo(187), end_date: daysAgo(0) }),
    passes: asking({ start_date: daysAgo(186), end_date: daysAgo(0) }),
  },
  {
    rule: 'report.range.hourly-start',
    refused: asking({ ...hourly, start_date: daysAgo(9), end_date: daysAgo(8) }),
    passes: asking({ ...hourly, start_date: daysAgo(8), end_date: daysAgo(8) }),
  },
  {
    rule: 'report.range.hourly-length',
    refused: asking({ ...hourly, start_date: daysAgo(5), end_date: daysAgo(1) }),
    passes: asking({ ...hourly, start_date: daysAgo(4), end_date: daysAgo(1) }),
  },
  {
    rule: 'report.range.items-start',
    refused: asking({ ...ofItems, start_date: daysAgo(93), end_date: daysAgo(80) }),
    passes: asking({ ...ofItems, start_date: daysAgo(92), end_date: daysAgo(80) }),
  },
  {
    rule: 'report.range.items-length',
    refused: asking({ ...ofItems, start_date: daysAgo(32), end_date: daysAgo(0) }),
    passes: asking({ ...ofItems, start_date: daysAgo(31), end_date: daysAgo(0) }),
  },
]
