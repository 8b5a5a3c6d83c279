import { tryReport } from '#test/fixtures/reports.ts'
import type { RecordedCalls } from '../call.ts'

/** Calls for figures. */
export const reportingCalls: RecordedCalls = {
  'analytics/create_report': (mock) => tryReport(mock, { level: 'ADVERTISER' }),
}
