import type { JournalEntry } from './entry.ts'
import { type Match, matches } from './match.ts'
import { type NearMiss, nearMisses } from './near-misses.ts'

/** How often something is expected. */
export interface Times {
  readonly times?: number | undefined
  readonly at_least?: number | undefined
  readonly at_most?: number | undefined
}

/** What was found, and whether that is as expected. */
export interface Verdict {
  readonly verified: boolean
  /** What was expected, in words. */
  readonly expected: string
  readonly found: readonly JournalEntry[]
  readonly near_misses: readonly NearMiss[]
}

/** Counts the requests that match; once at least is expected when nothing else is said. */
export function verifyCount(
  entries: readonly JournalEntry[],
  match: Match,
  { times, at_least, at_most }: Times,
): Verdict {
  const found = entries.filter((entry) => matches(entry, match))
  const low = times ?? at_least ?? (at_most === undefined ? 1 : 0)
  const high = times ?? at_most ?? Number.POSITIVE_INFINITY
  const verified = found.length >= low && found.length <= high
  return {
    verified,
    expected: `${rangeOf(low, high)} that match ${JSON.stringify(match)}`,
    found,
    near_misses: found.length < low ? nearMisses(entries, match) : [],
  }
}

/** Looks for requests in that order; others may lie between them. */
export function verifyOrder(entries: readonly JournalEntry[], steps: readonly Match[]): Verdict {
  const found: JournalEntry[] = []
  let from = 0
  for (const [index, match] of steps.entries()) {
    const at = entries.findIndex((entry, place) => place >= from && matches(entry, match))
    if (at === -1) {
      const expected = `step ${index + 1} of ${steps.length}, after those found: ${JSON.stringify(match)}`
      return { verified: false, expected, found, near_misses: nearMisses(entries.slice(from), match) }
    }
    found.push(entries[at] as JournalEntry)
    from = at + 1
  }
  return { verified: true, expected: `${steps.length} requests in order`, found, near_misses: [] }
}

function rangeOf(low: number, high: number): string {
  const noun = (count: number): string => (count === 1 ? 'request' : 'requests')
  if (low === high) return low === 0 ? 'no request' : `${low} ${noun(low)}`
  if (high === Number.POSITIVE_INFINITY) return `at least ${low} ${noun(low)}`
  return low === 0 ? `at most ${high} ${noun(high)}` : `${low} to ${high} requests`
}
