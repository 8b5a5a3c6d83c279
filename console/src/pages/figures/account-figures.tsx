import { useMemo } from 'preact/hooks'
import { useLoaded } from '../../state/loaded.ts'
import { Notice } from '../../ui/notice.tsx'
import { figures, type Named } from './analytics.ts'
import { datesBetween } from './days.ts'
import { FiguresTable } from './figures-table.tsx'
import { type Level, levels, type Metric } from './metrics.ts'
import { Plot } from './plot.tsx'
import { seriesOf } from './series.ts'

/** The figures of an ad account: a plot, and its table. */
export function AccountFigures(props: { account: Named; level: Level; metric: Metric; start: string; end: string }) {
  const { account, level, metric, start, end } = props
  const { column } = metric
  const { idColumn, name } = levels[level]
  const { value, error } = useLoaded(
    (signal) => figures({ account: account.id, level, column, start, end }, signal),
    [],
  )
  const dates = useMemo(() => datesBetween(start, end), [start, end])
  const series = useMemo(
    () => seriesOf(value?.rows ?? [], value?.entities ?? [], dates, { idColumn, column }),
    [value, dates, idColumn, column],
  )
  if (error !== undefined) return <Notice kind="error">{error}</Notice>
  if (value === undefined) return <p class="quiet">Loading…</p>
  if (series.length === 0) {
    return (
      <p role="status">
        Nothing was delivered from {start} to {end}. Advance the time, or choose other days.
      </p>
    )
  }
  const unit = metric.isMoney ? ` in ${account.currency ?? 'the currency of the account'}` : ''
  const label = `${metric.name}${unit} per day by ${name.toLowerCase()}`
  return (
    <div class="columns">
      <Plot
        label={`${label}, stacked. The table has the same figures.`}
        dates={dates}
        series={series}
        metric={metric}
      />
      <FiguresTable label={label} dates={dates} series={series} metric={metric} />
    </div>
  )
}
