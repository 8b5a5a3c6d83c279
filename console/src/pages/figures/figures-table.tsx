import { place, setQuery } from '../../state/route.ts'
import { amountText, type Metric } from './metrics.ts'
import { type Series, sumOf, totalsOf } from './series.ts'

/** The figures of a plot: a row for each day, a column for each series, and their sums. Headings sort. */
export function FiguresTable(props: {
  label: string
  dates: readonly string[]
  series: readonly Series[]
  metric: Metric
}) {
  const { label, dates, series, metric } = props
  const totals = totalsOf(series, dates.length)
  const columns = [
    ...series.map(({ id, name, amounts }) => ({ id, name, amounts })),
    { id: 'sum', name: 'Sum', amounts: totals },
  ]
  const sort = place.value.query.get('sort') ?? 'date'
  const [by, isDescending] = [sort.replace(/^-/, ''), sort.startsWith('-')]
  const sorting = columns.find(({ id }) => id === by)?.amounts ?? dates.map((_, day) => day)
  const days = dates.map((_, day) => day).sort((one, other) => (sorting[one] ?? 0) - (sorting[other] ?? 0))
  if (isDescending) days.reverse()
  const heading = (id: string, name: string) => (
    <th
      key={id}
      scope="col"
      class={id === 'date' ? undefined : 'number'}
      aria-sort={by === id ? (isDescending ? 'descending' : 'ascending') : undefined}
    >
      <button
        type="button"
        class="plain"
        onClick={() => setQuery({ sort: by === id && !isDescending ? `-${id}` : id })}
      >
        {name}
        {by === id ? (isDescending ? ' ↓' : ' ↑') : ''}
      </button>
    </th>
  )
  return (
    <section class="figures" tabIndex={0} aria-label={label}>
      <table class="small" aria-label={label}>
        <thead>
          <tr>
            {heading('date', 'Day')}
            {columns.map(({ id, name }) => heading(id, name))}
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={dates[day]}>
              <th scope="row">{dates[day]}</th>
              {columns.map(({ id, amounts }) => (
                <td key={id} class="number">
                  {amountText(metric, amounts[day] ?? 0)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Sum</th>
            {columns.map(({ id, amounts }) => (
              <td key={id} class="number">
                {amountText(metric, sumOf(amounts))}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  )
}
