import type { CallTotals } from '../journal/statistics/call-totals.ts'

/** What is known of the process and its worlds. */
export interface ServerGauges {
  readonly worlds: number
  /** Bytes that all worlds take. */
  readonly worldBytes: number
  /** Bytes of the process in memory. */
  readonly memoryBytes: number
  /** How late the event loop was since the last reading, in seconds: the mean and the worst. */
  readonly loopDelay: { readonly mean: number; readonly max: number }
}

/** The content type of OpenMetrics. */
export const openMetricsType = 'application/openmetrics-text; version=1.0.0; charset=utf-8'

const quoted = (value: string): string =>
  `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`

/** Writes counts and gauges as OpenMetrics, the format of Prometheus. */
export function openMetrics(
  { counts }: CallTotals,
  { worlds, worldBytes, memoryBytes, loopDelay }: ServerGauges,
): string {
  const calls = [...counts.operations].flatMap(([operation, { byStatus }]) =>
    [...byStatus].map(([status, count]) => {
      const labels = `operation=${quoted(operation ?? '')},status=${quoted(status === 0 ? 'none' : String(status))}`
      return `pinterest_mock_calls_total{${labels}} ${count}`
    }),
  )
  const gauge = (name: string, help: string, value: number, unit?: string): readonly string[] => [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} gauge`,
    ...(unit === undefined ? [] : [`# UNIT ${name} ${unit}`]),
    `${name} ${value}`,
  ]
  return [
    '# HELP pinterest_mock_calls Calls to the API by operation and status; none is a call without an answer.',
    '# TYPE pinterest_mock_calls counter',
    ...calls,
    '# HELP pinterest_mock_faulted_calls Calls to which a fault was applied.',
    '# TYPE pinterest_mock_faulted_calls counter',
    `pinterest_mock_faulted_calls_total ${counts.faulted}`,
    ...gauge('pinterest_mock_worlds', 'Worlds that there are.', worlds),
    ...gauge('pinterest_mock_world_bytes', 'What all worlds take.', worldBytes, 'bytes'),
    ...gauge('pinterest_mock_resident_memory_bytes', 'Memory of the process.', memoryBytes, 'bytes'),
    ...gauge(
      'pinterest_mock_loop_delay_mean_seconds',
      'Delay of the event loop on average.',
      loopDelay.mean,
      'seconds',
    ),
    ...gauge('pinterest_mock_loop_delay_max_seconds', 'Delay of the event loop at worst.', loopDelay.max, 'seconds'),
    '# EOF',
    '',
  ].join('\n')
}
