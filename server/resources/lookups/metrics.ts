import { asyncColumns } from '../../domain/async-columns.ts'
import { syncColumns } from '../../domain/sync-columns.ts'
import { organicMetrics } from './metric-stems.ts'
import { wordsOfMetric } from './metric-words.ts'
import type { DeliveryMetric, ReportType } from './schema.ts'

/** The metrics of one kind of report, or of both, first those of ads. Organic ones are told at once or not at all. */
export function deliveryMetrics(reportType: ReportType | undefined): readonly DeliveryMetric[] {
  const columns = {
    SYNC: syncColumns,
    ASYNC: asyncColumns,
    BOTH: [...new Set([...syncColumns, ...asyncColumns])],
  }[reportType ?? 'BOTH']
  const ofAds = columns.map((name): DeliveryMetric => {
    const [display_name, definition] = wordsOfMetric(name)
    return { name, definition, display_name, category: 'ADS' }
  })
  if (reportType === 'ASYNC') return ofAds
  const organic = Object.entries(organicMetrics).map(
    ([name, [display_name, definition]]): DeliveryMetric => ({ name, definition, display_name, category: 'ORGANIC' }),
  )
  return [...ofAds, ...organic]
}
