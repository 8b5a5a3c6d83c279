import type { JournalEntry } from '../journal/entry.ts'
import type { Journal } from '../journal/journal.ts'
import { isSettled } from '../journal/outcome.ts'
import { TimeSlices } from '../worlds/time-slices.ts'
import { forgottenMatches } from './forgotten-matches.ts'
import { Bodies } from './request-bodies.ts'
import type { Match } from './request-match.ts'
import { Search } from './search.ts'

/** Options of `waitForRequests`. */
export interface WaitOptions {
  readonly match: Match
  /** The number of matching requests. */
  readonly count: number
  readonly milliseconds: number
  /** Each of them ends the wait: the server closes, or the client disconnects. */
  readonly signals: readonly AbortSignal[]
}

/** Shared by all waits, so that the body of the latest request is redacted and parsed once. */
const latest = new Bodies({ budget: Number.POSITIVE_INFINITY })

/**
 * Resolves once enough requests match, earlier ones included, or when the time is over. Each request is tested when it
 * changes; the journal is scanned once. What was seen counts also when the journal forgets it meanwhile.
 *
 * @returns The number of requests that match, as far as it is known.
 * @throws ApiError when the bodies of earlier requests exceed the budget.
 */
export async function waitForRequests(
  journal: Journal,
  { match, count, milliseconds, signals }: WaitOptions,
): Promise<number> {
  const found = new Set<number>()
  const { cleared } = journal
  const earlier = forgottenMatches(match, journal.forgotten).min
  const foundCount = (): number => found.size + (journal.cleared === cleared ? earlier : 0)
  const { promise, resolve } = Promise.withResolvers<void>()
  const test = (entry: JournalEntry, isMet: (entry: JournalEntry) => boolean): void => {
    if (isSettled(entry) && isMet(entry)) found.add(entry.sequence)
    else found.delete(entry.sequence)
    if (foundCount() < count) return
    for (const sequence of found) if (sequence <= journal.cleared) found.delete(sequence)
    if (foundCount() >= count) resolve()
  }
  const { isMet } = new Search(match, latest)
  const stop = journal.listeners.add((entry) => (entry === undefined ? resolve() : test(entry, isMet)))
  const timer = setTimeout(resolve, milliseconds)
  const end = (): void => resolve()
  for (const signal of signals) signal.addEventListener('abort', end)
  try {
    const search = new Search(match)
    await new TimeSlices().forEach(journal.entries, (entry) => test(entry, search.isMet))
    if (!journal.isClosed && !signals.some(({ aborted }) => aborted)) await promise
    for (const sequence of found) if (sequence <= journal.cleared) found.delete(sequence)
    return foundCount()
  } finally {
    clearTimeout(timer)
    stop()
    for (const signal of signals) signal.removeEventListener('abort', end)
  }
}
