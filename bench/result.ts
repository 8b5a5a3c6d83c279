import { type Summary, summariesOf } from './rounds.ts'
import type { Measured, Row, Unit } from './row.ts'
import { missedReach, peersAhead, reachText } from './verdict.ts'

/** The result of a row. */
export interface Result {
  readonly name: string
  readonly unit: Unit
  readonly summaries: readonly Summary[]
  readonly skipped: Readonly<Record<string, string>>
  /** The required result, in words. */
  readonly reach?: string
  /** The peers ahead of ours, required or not. */
  readonly behind: readonly string[]
  /** The requirements that are missed; empty when all are met. */
  readonly missed?: readonly string[]
}

/** Summarizes a measured row and judges its reach. */
export function resultOf({ name, unit, reach }: Row, measured: Measured): Result {
  const summaries = summariesOf(measured)
  const reference = summaries[1]?.name ?? ''
  return {
    name,
    unit,
    summaries,
    skipped: measured.skipped ?? {},
    behind: peersAhead(summaries, unit),
    ...(reach && { reach: reachText(reach, unit, reference), missed: missedReach(reach, unit, summaries) }),
  }
}

/** Formats a figure with three significant digits. */
export function formatFigure(value: number): string {
  return value >= 100
    ? value.toFixed(0)
    : value >= 10
      ? value.toFixed(1)
      : value >= 0.1
        ? value.toFixed(2)
        : value.toFixed(3)
}

/** Returns whether the row meets its reach, in words. */
export function verdict({ reach, missed }: Result): string {
  if (reach === undefined || missed === undefined) return ''
  return missed.length === 0 ? 'yes' : `no: ${missed.join(', ')}`
}
