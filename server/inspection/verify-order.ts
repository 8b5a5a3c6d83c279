import type { JournalEntry } from '../journal/entry.ts'
import type { Journal } from '../journal/journal.ts'
import { isSettled } from '../journal/outcome.ts'
import { TimeSlices } from '../worlds/time-slices.ts'
import { forgottenMatches } from './forgotten-matches.ts'
import { nearMisses } from './near-misses.ts'
import { Bodies } from './request-bodies.ts'
import type { Match } from './request-match.ts'
import { Search } from './search.ts'
import { textOf, undecidable, type Verdict } from './verify.ts'

/**
 * Looks for requests in an order; others may lie between them.
 *
 * @throws ApiError when the answer depends on requests that the journal has forgotten.
 */
export async function verifyOrder(journal: Journal, steps: readonly Match[]): Promise<Verdict> {
  const slices = new TimeSlices()
  const entries = journal.entries.filter(isSettled)
  const { found, from, mayBeBefore } = await walk(entries, steps, slices)
  const missing = steps[found.length]
  if (missing === undefined) {
    const expected = `${steps.length} requests in order`
    return { verified: true, expected, found: found.length, forgotten: 0, entries: found, near_misses: [] }
  }
  const expected = `step ${found.length + 1} of ${steps.length}, after those found: ${textOf(missing)}`
  const forgotten = forgottenSteps(journal, steps)
  const rest = steps.slice(forgotten)
  const isPossible = forgotten > 0 && (await walk(entries, rest, slices)).found.length === rest.length
  if (isPossible || mayBeBefore > 0) throw undecidable(expected, found.length, Math.max(mayBeBefore, forgotten))
  const near_misses = await nearMisses(entries.slice(from), missing, slices)
  return { verified: false, expected, found: found.length, forgotten: 0, entries: found, near_misses }
}

/** How far a walk through requests came. */
interface Walk {
  readonly found: JournalEntry[]
  /** Where the search for the next step began. */
  readonly from: number
  /** The number of requests that may have been a step, since their bodies are incomplete. */
  readonly mayBeBefore: number
}

/** Looks for each step after the one before it. */
async function walk(entries: readonly JournalEntry[], steps: readonly Match[], slices: TimeSlices): Promise<Walk> {
  const bodies = new Bodies()
  const found: JournalEntry[] = []
  let [from, mayBeBefore] = [0, 0]
  for (const match of steps) {
    const search = new Search(match, bodies)
    let at = from
    for (let entry = entries[at]; entry !== undefined && !search.isMet(entry); entry = entries[++at]) {
      if (search.mayBeMet(entry)) mayBeBefore++
      if (slices.areOver) await slices.next()
    }
    const entry = entries[at]
    if (entry === undefined) break
    found.push(entry)
    from = at + 1
  }
  return { found, from, mayBeBefore }
}

/** Returns how many of the first steps forgotten requests may have been. */
function forgottenSteps({ forgotten }: Journal, steps: readonly Match[]): number {
  const first = steps.findIndex((match) => forgottenMatches(match, forgotten).max === 0)
  return first === -1 ? steps.length : first
}
