import { shortened } from '../domain/shortened.ts'
import type { JournalEntry } from '../journal/entry.ts'
import { TimeSlices } from '../worlds/time-slices.ts'
import { type NearMiss, nearMisses } from './near-misses.ts'
import { Bodies } from './request-bodies.ts'
import type { Match } from './request-match.ts'
import { Search } from './search.ts'

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
export async function verifyCount(
  entries: readonly JournalEntry[],
  match: Match,
  { times, at_least, at_most }: Times,
): Promise<Verdict> {
  const slices = new TimeSlices()
  const search = new Search(match)
  const found = await slices.filter(entries, search.isMet)
  const low = times ?? at_least ?? (at_most === undefined ? 1 : 0)
  const high = times ?? at_most ?? Number.POSITIVE_INFINITY
  const verified = found.length >= low && found.length <= high
  return {
    verified,
    expected: `${rangeOf(low, high)} that match ${inWords(match)}`,
    found,
    near_misses: found.length < low ? await nearMisses(entries, match, slices) : [],
  }
}

/** Looks for requests in that order; others may lie between them. */
export async function verifyOrder(entries: readonly JournalEntry[], steps: readonly Match[]): Promise<Verdict> {
  const slices = new TimeSlices()
  const bodies = new Bodies()
  const found: JournalEntry[] = []
  let from = 0
  for (const [index, match] of steps.entries()) {
    const search = new Search(match, bodies)
    let at = from
    for (let entry = entries[at]; entry !== undefined && !search.isMet(entry); entry = entries[++at]) {
      if (slices.areOver) await slices.next()
    }
    const entry = entries[at]
    if (entry === undefined) {
      const expected = `step ${index + 1} of ${steps.length}, after those found: ${inWords(match)}`
      const near_misses = await nearMisses(entries.slice(from), match, slices)
      return { verified: false, expected, found, near_misses }
    }
    found.push(entry)
    from = at + 1
  }
  return { verified: true, expected: `${steps.length} requests in order`, found, near_misses: [] }
}

const inWords = (match: Match): string => JSON.stringify(shortened(match))

function rangeOf(low: number, high: number): string {
  const noun = (count: number): string => (count === 1 ? 'request' : 'requests')
  if (low === high) return low === 0 ? 'no request' : `${low} ${noun(low)}`
  if (high === Number.POSITIVE_INFINITY) return `at least ${low} ${noun(low)}`
  return low === 0 ? `at most ${high} ${noun(high)}` : `${low} to ${high} requests`
}
