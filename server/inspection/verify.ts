import { ApiError } from '../domain/errors/api-errors.ts'
import { truncated } from '../domain/truncate.ts'
import type { JournalEntry } from '../journal/entry.ts'
import type { Journal } from '../journal/journal.ts'
import { isSettled } from '../journal/outcome.ts'
import { TimeSlices } from '../worlds/time-slices.ts'
import { findRequests } from './find-requests.ts'
import { type NearMiss, nearMisses } from './near-misses.ts'
import type { Match } from './request-match.ts'

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
  /** The number of requests that match. */
  readonly found: number
  /** How many more may match: they, or their bodies, are forgotten. */
  readonly forgotten: number
  /** Those of them that the journal has. */
  readonly entries: readonly JournalEntry[]
  readonly near_misses: readonly NearMiss[]
}

/**
 * Counts the requests that match. At least one is expected by default.
 *
 * @param seen How many matched while they were waited for, some of which may be forgotten again.
 * @throws ApiError when the answer depends on requests that the journal has forgotten.
 */
export async function verifyCount(
  journal: Journal,
  match: Match,
  { times, at_least, at_most }: Times,
  seen = 0,
): Promise<Verdict> {
  const slices = new TimeSlices()
  const found = await findRequests(journal, match, slices)
  const count = Math.max(found.count, seen)
  const undecided = Math.max(0, found.count + found.undecided - count)
  const min = times ?? at_least ?? (at_most === undefined ? 1 : 0)
  const max = times ?? at_most ?? Number.POSITIVE_INFINITY
  const expected = `${rangeOf(min, max)} that match ${textOf(match)}`
  const verified = count >= min && count + undecided <= max
  if (!verified && count + undecided >= min && count <= max) throw undecidable(expected, count, undecided)
  return {
    verified,
    expected,
    found: count,
    forgotten: undecided,
    entries: found.entries,
    near_misses: count < min ? await nearMisses(journal.entries.filter(isSettled), match, slices) : [],
  }
}

/** Returns the error for an expectation that holds or not, depending on what is forgotten. */
export function undecidable(expected: string, found: number, undecided: number): ApiError {
  const detail = [
    `expected ${expected}; found ${found}, and ${undecided} more may match, which the journal has no room for.`,
    'Start the server with a larger --journal, empty the journal before what is verified, or narrow the match:',
    'by since, or by an operation and a status, which are counted for ever',
  ].join(' ')
  return new ApiError('control.forgotten', { detail })
}

/** Returns a match as text of bounded length. */
export const textOf = (match: Match): string => JSON.stringify(truncated(match))

function rangeOf(min: number, max: number): string {
  const noun = (count: number): string => (count === 1 ? 'request' : 'requests')
  if (min === max) return min === 0 ? 'no request' : `${min} ${noun(min)}`
  if (max === Number.POSITIVE_INFINITY) return `at least ${min} ${noun(min)}`
  return min === 0 ? `at most ${max} ${noun(max)}` : `${min} to ${max} requests`
}
