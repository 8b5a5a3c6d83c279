import { templateIn, tryTemplateReport } from '../fixtures/report-templates.ts'
import { daysAgo } from '../fixtures/reports.ts'
import type { Answer, Mock } from '../support/mock.ts'
import type { RuleCase } from './case.ts'

const asking =
  (start_date: string, end_date: string, template: object = {}) =>
  async (mock: Mock): Promise<Answer> =>
    tryTemplateReport(mock, (await templateIn(mock, template)).id, { start_date, end_date })

/** Reports by templates: their days. */
export const templateReportCases: readonly RuleCase[] = [
  {
    rule: 'template_report.range.order',
    refused: asking(daysAgo(1), daysAgo(2)),
    passes: asking(daysAgo(1), daysAgo(1)),
  },
  {
    rule: 'template_report.range.start',
    refused: asking(daysAgo(915), daysAgo(1)),
    passes: asking(daysAgo(914), daysAgo(1)),
  },
  {
    rule: 'template_report.range.length',
    refused: asking(daysAgo(914), daysAgo(-1)),
    passes: asking(daysAgo(914), daysAgo(0)),
  },
]
