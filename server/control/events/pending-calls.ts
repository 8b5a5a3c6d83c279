import { machineMilliseconds } from '#server/domain/time/clock.ts'
import { headOf } from '#server/inspection/request-view.ts'
import type { JournalEntry } from '#server/journal/entry.ts'
import type { JournalStore } from '#server/journal/journal-store.ts'
import type { EventSelection } from './event-cursor.ts'

/** Milliseconds after which a call without its whole response counts as pending. */
const pendingAfter = 250

/** The most calls of one event, the latest. */
const maxListed = 100

/**
 * The calls that are still being answered, for one client that watches. They are sought at each look:
 * calls themselves report nothing when they begin.
 */
export class PendingCalls {
  readonly #journals: JournalStore
  readonly #selection: Pick<EventSelection, 'world' | 'isMet'>
  /** The ids of the calls that were listed last. */
  #listed = ''

  constructor(journals: JournalStore, selection: Pick<EventSelection, 'world' | 'isMet'>) {
    this.#journals = journals
    this.#selection = selection
  }

  /** Reads the event that lists them, where they are not those of the event before; an empty text elsewhere. */
  read(): string {
    const entries = this.#find()
    const ids = entries.map(({ id }) => id).join()
    if (ids === this.#listed) return ''
    this.#listed = ids
    return `event: pending\ndata: ${JSON.stringify({ items: entries.map(headOf) })}\n\n`
  }

  #find(): readonly JournalEntry[] {
    const { world, isMet } = this.#selection
    const before = machineMilliseconds() - pendingAfter
    const isPending = (entry: JournalEntry): boolean => !entry.isEnded && entry.received <= before && isMet(entry)
    const journals = this.#journals.of(world).filter(({ pending }) => pending > 0)
    return journals.flatMap(({ entries }) => entries.filter(isPending)).slice(-maxListed)
  }
}
