import { truncated } from '../domain/truncate.ts'
import type { JournalEntry } from '../journal/entry.ts'
import { TimeSlices } from '../worlds/time-slices.ts'
import { type NearMiss, nearMisses } from './near-misses.ts'
import { Bodies } from './request-bodies.ts'
import type { Match } from './request-match.ts'
import { Search } from './search.ts'

/** How often requests are expected. */
export interface Times {
  readonly times?: number | undefined
  readonly at_least?: number | undefined
  readonly at_most?: number | undefined
}

/** The result of a verification. */
export interface Verdict {
  readonly verified: boolean
  /** The expectation, in words. */
  readonly expected: string
  readonly found: readonly JournalEntry[]
  readonly near_misses: readonly NearMiss[]
}

/** Counts the requests that match. At least one is expected by default. */
export async function verifyCount(
  entries: readonly JournalEntry[],
  match: Match,
  { times, at_least, at_most }: Times,
): Promise<Verdict> {
  const slices = new TimeSlices()
  const search = new Search(match)
  const found = await slices.filter(entries, search.isMet)
  const min = times ?? at_least ?? (at_most === undefined ? 1 : 0)
  const max = times ?? at_most ?? Number.POSITIVE_INFINITY
  const verified = found.length >= min && found.length <= max
  return {
    verified,
    expected: `${rangeOf(min, max)} that match ${textOf(match)}`,
    found,
    near_misses: found.length < min ? await nearMisses(entries, match, slices) : [],
  }
}

/** Looks for requests in an order; others may lie between them. */
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
      const expected = `step ${index + 1} of ${steps.length}, after those found: ${textOf(match)}`
      const near_misses = await nearMisses(entries.slice(from), match, slices)
      return { verified: false, expected, found, near_misses }
    }
    found.push(entry)
    from = at + 1
  }
  return { verified: true, expected: `${steps.length} requests in order`, found, near_misses: [] }
}

const textOf = (match: Match): string => JSON.stringify(truncated(match))

function rangeOf(min: number, max: number): string {
  const noun = (count: number): string => (count === 1 ? 'request' : 'requests')
  if (min === max) return min === 0 ? 'no request' : `${min} ${noun(min)}`
  if (max === Number.POSITIVE_INFINITY) return `at least ${min} ${noun(min)}`
  return min === 0 ? `at most ${max} ${noun(max)}` : `${min} to ${max} requests`
}
