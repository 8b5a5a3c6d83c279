import type { JournalEntry } from '../journal/entry.ts'
import type { Journal } from '../journal/journal.ts'
import { isSettled } from '../journal/outcome.ts'
import { TimeSlices } from '../worlds/time-slices.ts'
import { forgottenMatches } from './forgotten-matches.ts'
import type { Match } from './request-match.ts'
import { Search } from './search.ts'

/** The requests of a journal that match, and what is known of those that it has forgotten. */
export interface FoundRequests {
  /** The requests that match, the oldest first. */
  readonly entries: readonly JournalEntry[]
  /** The number of requests that match: those, and forgotten ones that were counted. */
  readonly count: number
  /** How many more may match: they, or their bodies, are forgotten. */
  readonly undecided: number
}

/** Finds the requests of a journal that match and are settled. */
export async function findRequests(
  journal: Pick<Journal, 'entries' | 'forgotten'>,
  match: Match,
  slices: TimeSlices = new TimeSlices(),
): Promise<FoundRequests> {
  const search = new Search(match)
  const { min, max } = forgottenMatches(match, journal.forgotten)
  const entries: JournalEntry[] = []
  let undecided = max - min
  await slices.forEach(journal.entries, (entry) => {
    if (!isSettled(entry)) return
    if (search.isMet(entry)) entries.push(entry)
    else if (search.mayBeMet(entry)) undecided++
  })
  return { entries, count: entries.length + min, undecided }
}
