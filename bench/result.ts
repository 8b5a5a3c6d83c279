import { type Summary, summariesOf } from './rounds.ts'
import type { Measured, Row, Unit } from './row.ts'
import { behind, missed, wordsOf } from './verdict.ts'

/** What a row came to. */
export interface Result {
  readonly name: string
  readonly unit: Unit
  readonly summaries: readonly Summary[]
  readonly skipped: Readonly<Record<string, string>>
  /** What it must come to, in words. */
  readonly reach?: string
  /** The peers that do better, wanted or not. */
  readonly behind: readonly string[]
  /** What of that it misses; empty when it is reached. */
  readonly missed?: readonly string[]
}

/** The row's figures and what they say of its reach. */
export function resultOf({ name, unit, reach }: Row, measured: Measured): Result {
  const summaries = summariesOf(measured)
  const reference = summaries[1]?.name ?? ''
  return {
    name,
    unit,
    summaries,
    skipped: measured.skipped ?? {},
    behind: behind(summaries, unit),
    ...(reach && { reach: wordsOf(reach, unit, reference), missed: missed(reach, unit, summaries) }),
  }
}

/** A figure with three digits that say something. */
export function shortly(value: number): string {
  return value >= 100
    ? value.toFixed(0)
    : value >= 10
      ? value.toFixed(1)
      : value >= 0.1
        ? value.toFixed(2)
        : value.toFixed(3)
}

/** Whether the row is reached, in words. */
export function verdict({ reach, missed }: Result): string {
  if (reach === undefined || missed === undefined) return ''
  return missed.length === 0 ? 'yes' : `no: ${missed.join(', ')}`
}
