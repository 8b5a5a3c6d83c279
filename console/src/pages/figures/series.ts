import type { AnalyticsRow, Named } from './analytics.ts'

/** What one campaign or ad group has on each day. */
export interface Series {
  readonly id: string
  readonly name: string
  readonly amounts: readonly number[]
  readonly sum: number
}

/** The most series that a plot can tell apart; those with the smallest sums are one. */
export const mostSeries = 8

/** Returns the series of what delivered, those with the largest sums first. Days without a row are 0. */
export function seriesOf(
  rows: readonly AnalyticsRow[],
  entities: readonly Named[],
  dates: readonly string[],
  { idColumn, column }: { idColumn: string; column: string },
): readonly Series[] {
  const places = new Map(dates.map((date, place) => [date, place]))
  const amounts = new Map<string, number[]>()
  for (const row of rows) {
    const [id, amount] = [String(row[idColumn]), Number(row[column] ?? 0)]
    const place = places.get(String(row.DATE))
    const own = amounts.get(id) ?? dates.map(() => 0)
    if (place !== undefined) own[place] = (own[place] ?? 0) + amount
    amounts.set(id, own)
  }
  const names = new Map(entities.map(({ id, name }) => [id, name]))
  const all = [...amounts].map(([id, own]) => ({ id, name: names.get(id) ?? id, amounts: own, sum: sumOf(own) }))
  const sorted = all.filter(({ sum }) => sum > 0).sort((one, other) => other.sum - one.sum)
  return sorted.length <= mostSeries
    ? sorted
    : [...sorted.slice(0, mostSeries - 1), together(sorted.slice(mostSeries - 1))]
}

/** Returns the sum of amounts. */
export const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0)

/** Returns the sum of all series for each day. */
export const totalsOf = (series: readonly Series[], days: number): readonly number[] =>
  Array.from({ length: days }, (_, day) => sumOf(series.map(({ amounts }) => amounts[day] ?? 0)))

function together(series: readonly Series[]): Series {
  const amounts = totalsOf(series, series[0]?.amounts.length ?? 0)
  return { id: 'others', name: `${series.length} others`, amounts, sum: sumOf(amounts) }
}
