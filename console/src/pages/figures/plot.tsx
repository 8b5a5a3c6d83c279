import 'uplot/dist/uPlot.min.css'
import { useEffect, useRef } from 'preact/hooks'
import uPlot from 'uplot'
import { dateOf, secondsOf } from './days.ts'
import { amountText, type Metric } from './metrics.ts'
import type { Series } from './series.ts'

const height = 320
const day = 86_400

/**
 * Bars for each day, a piece for each series, one on the other. The table beside has the same for who does not see it.
 * Names are in the legend alone: uPlot would take them for markup.
 */
export function Plot(props: { label: string; dates: readonly string[]; series: readonly Series[]; metric: Metric }) {
  const { label, dates, series, metric } = props
  const frame = useRef<HTMLDivElement>(null)
  const legend = useRef<HTMLUListElement>(null)
  useEffect(() => {
    const element = frame.current
    if (element === null) return
    let plot: uPlot | undefined
    const draw = (): void => {
      plot?.destroy()
      const colours = [...(legend.current?.querySelectorAll('.swatch') ?? [])].map((one) => getComputedStyle(one).color)
      const options = optionsOf(metric, colours, getComputedStyle(element))
      plot = new uPlot({ ...options, width: element.clientWidth, height }, stacked(dates, series, metric), element)
    }
    draw()
    const observer = new ResizeObserver(() => plot?.setSize({ width: element.clientWidth, height }))
    observer.observe(element)
    const scheme = matchMedia('(prefers-color-scheme: dark)')
    scheme.addEventListener('change', draw)
    return () => {
      scheme.removeEventListener('change', draw)
      observer.disconnect()
      plot?.destroy()
    }
  }, [dates, series, metric])
  return (
    <figure class="plot">
      <div ref={frame} class="frame" role="img" aria-label={label} />
      <figcaption>
        <ul class="legend" ref={legend}>
          {series.map(({ id, name, sum }, place) => (
            <li key={id}>
              <span class={`swatch of-${place}`} aria-hidden="true" /> {name}: {amountText(metric, sum)}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  )
}

/** Returns what uPlot draws: the sum of all series first, which the smaller sums are painted over. */
function stacked(dates: readonly string[], series: readonly Series[], { isMoney }: Metric): uPlot.AlignedData {
  const scale = isMoney ? 1_000_000 : 1
  const layers = series.map((_, place) =>
    dates.map(
      (_date, day) => series.slice(0, place + 1).reduce((sum, one) => sum + (one.amounts[day] ?? 0), 0) / scale,
    ),
  )
  return [dates.map(secondsOf), ...layers.reverse()]
}

function optionsOf(
  metric: Metric,
  colours: readonly string[],
  style: CSSStyleDeclaration,
): Omit<uPlot.Options, 'width' | 'height'> {
  const bars = uPlot.paths.bars?.({ size: [0.8, 60] })
  const stroke = style.color
  const grid = { stroke: style.borderTopColor, width: 1 }
  return {
    legend: { show: false },
    cursor: { show: false },
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
    scales: {
      x: { range: (_plot, first, last) => [first - day / 2, last + day / 2] },
      y: { range: (_plot, _least, most) => [0, most > 0 ? most * 1.05 : 1] },
    },
    axes: [
      {
        stroke,
        grid: { show: false },
        incrs: [1, 2, 7, 14, 28].map((days) => days * day),
        space: 60,
        values: (_plot, ticks) => ticks.map((tick) => dateOf(tick).slice(5)),
      },
      { stroke, grid, size: 70, values: (_plot, ticks) => ticks.map((tick) => tick.toLocaleString('en')) },
    ],
    series: [
      {},
      ...[...colours].reverse().map((fill) => ({
        label: metric.name,
        fill,
        width: 0,
        points: { show: false },
        ...(bars !== undefined && { paths: bars }),
      })),
    ],
  }
}
