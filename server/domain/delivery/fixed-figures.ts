import type { Bucket } from './buckets.ts'
import { dayOf, daySeconds, shareBefore } from './calendar.ts'
import { figureColumns } from './columns.ts'
import type { Layout, Quantity } from './quantities.ts'

/** Figures that somebody has set for an ad in place of what it would have delivered; those that are not named are 0. */
export interface FixedFigures {
  /** The position of the ad in its campaign. */
  readonly ad: number
  /** A day or an hour, in Unix seconds; the end is not included. */
  readonly from: number
  readonly to: number
  readonly amounts: ReadonlyMap<Quantity, number>
}

/**
 * Returns the quantity that a column sets: its only one, or, of the conversions that it counts, those on the web, after
 * a click unless it says. Undefined for columns that are worked out from others.
 */
export function settableQuantity(name: string): Quantity | undefined {
  const column = figureColumns[name]
  if (column === undefined || !('sum' in column) || 'by' in column || (column.unit ?? 1) !== 1) return undefined
  const [first] = column.sum
  const types = new Set(column.sum.map((quantity) => quantity.split('/')[0]))
  return column.sum.length === 1 || (first?.includes('/') && types.size === 1) ? first : undefined
}

/** The names of the columns that can be set. */
export const settableColumns: readonly string[] = Object.keys(figureColumns).filter(
  (name) => settableQuantity(name) !== undefined,
)

/** Returns spans that do not overlap: what was set for an hour is taken out of what was set for its day. */
export function disjoint(figures: readonly FixedFigures[]): readonly FixedFigures[] {
  const hours = figures.filter(({ from, to }) => to - from < daySeconds)
  return figures.flatMap((figure) => {
    if (!hours.includes(figure))
      return withoutHours(
        figure,
        hours.filter(({ ad, from }) => ad === figure.ad && dayOf(from) === dayOf(figure.from)),
      )
    return figure
  })
}

/** Returns the parts of a day between hours, each with its share of what the hours leave. */
function withoutHours(day: FixedFigures, hours: readonly FixedFigures[]): readonly FixedFigures[] {
  const sorted = hours.toSorted((one, other) => one.from - other.from)
  const spans = [...sorted, { from: day.to, to: day.to }].map(({ from }, index) => ({
    from: sorted[index - 1]?.to ?? day.from,
    to: from,
  }))
  const free = spans.filter(({ from, to }) => to > from)
  const weight = free.reduce((sum, span) => sum + weightOf(span), 0)
  let before = 0
  return free.map((span) => {
    const [low, high] = [before / weight, (before + weightOf(span)) / weight]
    before += weightOf(span)
    const amounts = [...day.amounts].map(([quantity, amount]) => {
      const left = Math.max(0, amount - sorted.reduce((sum, hour) => sum + (hour.amounts.get(quantity) ?? 0), 0))
      return [quantity, portion(left, high) - portion(left, low)] as const
    })
    return { ...day, ...span, amounts: new Map(amounts) }
  })
}

const weightOf = ({ from, to }: Bucket): number => {
  const start = dayOf(from) * daySeconds
  return shareBefore(to - start) - shareBefore(from - start)
}

/** Returns the part of a whole number before a share of it, which is the whole at the end in spite of fractions. */
const portion = (amount: number, share: number): number => Math.floor(amount * Math.min(1, share + 1e-12))

/** Adds what was set for a span up to a moment to sums in a layout. */
export function addUntil(figure: FixedFigures, moment: number, layout: Layout, sums: Float64Array): void {
  const { from, to, amounts } = figure
  const end = Math.min(Math.max(moment, from), to)
  const share = end === to ? 1 : weightOf({ from, to: end }) / weightOf(figure)
  for (const [quantity, amount] of amounts) {
    const slot = layout.findSlot(quantity)
    if (slot !== undefined) sums[slot] = (sums[slot] as number) + portion(amount, share)
  }
}
