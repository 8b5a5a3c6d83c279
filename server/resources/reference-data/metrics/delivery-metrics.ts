import { describeMetric } from './describe-metric.ts'
import { organicMetrics } from './descriptions.ts'
import { adsMetrics, isAsync, isSync, withoutDisplayName } from './names.ts'
import type { DeliveryMetric, ReportType } from './schema.ts'

/** All metrics, in the order of their names; of two with the same name, that of ads first. */
const all: readonly DeliveryMetric[] = [
  ...adsMetrics.map((name) => metric(name, 'ADS', describeMetric(name))),
  ...Object.entries(organicMetrics).map(([name, words]) => metric(name, 'ORGANIC', words)),
].sort((one, other) => (one.name === other.name ? 0 : one.name < other.name ? -1 : 1))

function metric(
  name: string,
  category: DeliveryMetric['category'],
  [display_name, definition]: readonly [string, string],
): DeliveryMetric {
  return { name, definition, ...(withoutDisplayName.has(name) ? {} : { display_name }), category }
}

/** Returns the metrics of one type of report, or of all. */
export function deliveryMetrics(reportType: ReportType | undefined): readonly DeliveryMetric[] {
  if (reportType === undefined) return all
  if (reportType === 'ASYNC') return all.filter(({ name, category }) => category === 'ADS' && isAsync(name))
  return all.filter(({ name, category }) => category === 'ORGANIC' || isSync(name))
}
