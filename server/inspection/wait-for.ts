import type { JournalEntry } from '../journal/entry.ts'
import type { Journal } from '../journal/journal.ts'
import { TimeSlices } from '../worlds/time-slices.ts'
import { Bodies } from './request-bodies.ts'
import { isOver, type Match } from './request-match.ts'
import { Search } from './search.ts'

/** What is waited for, and until when. */
export interface WaitOptions {
  readonly match: Match
  /** How many requests. */
  readonly count: number
  readonly milliseconds: number
  /** Any of them ends the waiting: the server closes, or who asked has gone. */
  readonly signals: readonly AbortSignal[]
}

/** What all who wait have read of the latest request: one body is read once, however many wait. */
const latest = new Bodies({ most: Number.POSITIVE_INFINITY })

/**
 * Waits until a journal has so many requests that match, those of before included. Each is looked at when something is
 * known of it, and not the whole journal each time.
 *
 * @throws ApiError when the bodies of before are too many to be looked through.
 */
export async function waitForRequests(
  journal: Journal,
  { match, count, milliseconds, signals }: WaitOptions,
): Promise<void> {
  const found = new Set<number>()
  const { promise, resolve } = Promise.withResolvers<void>()
  const look = (entry: JournalEntry, isMet: (entry: JournalEntry) => boolean): void => {
    if (isOver(entry) && isMet(entry)) found.add(entry.sequence)
    else found.delete(entry.sequence)
    if (found.size < count && found.size < journal.entries.length * 2) return
    for (const sequence of found) if (sequence <= journal.forgotten) found.delete(sequence)
    if (found.size >= count) resolve()
  }
  const { isMet } = new Search(match, latest)
  const stop = journal.listen((entry) => (entry === undefined ? resolve() : look(entry, isMet)))
  const timer = setTimeout(resolve, milliseconds)
  const over = (): void => resolve()
  for (const signal of signals) signal.addEventListener('abort', over)
  try {
    const before = new Search(match)
    await new TimeSlices().forEach(journal.entries, (entry) => look(entry, before.isMet))
    if (!journal.isClosed && !signals.some(({ aborted }) => aborted)) await promise
  } finally {
    clearTimeout(timer)
    stop()
    for (const signal of signals) signal.removeEventListener('abort', over)
  }
}
