import type { JournalEntry } from '../journal/entry.ts'
import type { Journal } from '../journal/journal.ts'
import { TimeSlices } from '../worlds/time-slices.ts'
import { Bodies } from './request-bodies.ts'
import { isSettled, type Match } from './request-match.ts'
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
 * Resolves once a journal has enough requests that match, earlier ones included, or when the time is over. Each request
 * is tested when it changes; the journal is scanned once.
 *
 * @throws ApiError when the bodies of earlier requests exceed the budget.
 */
export async function waitForRequests(
  journal: Journal,
  { match, count, milliseconds, signals }: WaitOptions,
): Promise<void> {
  const found = new Set<number>()
  const { promise, resolve } = Promise.withResolvers<void>()
  const test = (entry: JournalEntry, isMet: (entry: JournalEntry) => boolean): void => {
    if (isSettled(entry) && isMet(entry)) found.add(entry.sequence)
    else found.delete(entry.sequence)
    if (found.size < count && found.size < journal.entries.length * 2) return
    for (const sequence of found) if (sequence <= journal.forgotten) found.delete(sequence)
    if (found.size >= count) resolve()
  }
  const { isMet } = new Search(match, latest)
  const stop = journal.listen((entry) => (entry === undefined ? resolve() : test(entry, isMet)))
  const timer = setTimeout(resolve, milliseconds)
  const end = (): void => resolve()
  for (const signal of signals) signal.addEventListener('abort', end)
  try {
    const search = new Search(match)
    await new TimeSlices().forEach(journal.entries, (entry) => test(entry, search.isMet))
    if (!journal.isClosed && !signals.some(({ aborted }) => aborted)) await promise
  } finally {
    clearTimeout(timer)
    stop()
    for (const signal of signals) signal.removeEventListener('abort', end)
  }
}
