import type { LoggedCall, LoggedEvent } from '../journal/event-log.ts'
import type { Journal } from '../journal/journal.ts'
import type { JournalStore } from '../journal/journal-store.ts'
import { TimeSlices } from '../worlds/time-slices.ts'

/** How far a reader of events has come. */
export interface EventPosition {
  /** The number of the last event that it has read or passed. */
  readonly number: number
  /** How many requests the journal of its world had ended by then; absent where it reads events of all worlds. */
  readonly calls?: number | undefined
}

/** The events after a position that are still known. */
export interface PastEvents {
  readonly events: readonly LoggedEvent[]
  /** The position after them. */
  readonly until: EventPosition
  /** How many requests are not known any more, of all worlds with their changes; null where the number is not known. */
  readonly missed: number | null
  /** Whether all changes since are known. */
  readonly hasAllChanges: boolean
}

/** Finds the events of a world after a position, or of all worlds: requests in their journals, and recent changes. */
export async function pastEvents(
  store: JournalStore,
  position: EventPosition,
  world: string | undefined,
): Promise<PastEvents> {
  const { last } = store.events
  const changes = store.events.changesAfter(position.number)
  const ofWorld = changes?.filter((change) => world === undefined || change.world === world) ?? []
  const slices = new TimeSlices()
  const journals = store.of(world).map((journal) => ({ journal, ended: journal.ended, entries: journal.entries }))
  const calls: LoggedCall[] = []
  const found = new Map<Journal, number>()
  for (const { journal, ended, entries } of journals) {
    const after = await slices.filter(entries, (one) => one.endNumber > position.number && one.endNumber <= last)
    after.sort((one, other) => one.endNumber - other.endNumber)
    found.set(journal, after.length)
    for (const [index, { endNumber: number, sequence }] of after.entries()) {
      const { world } = journal
      calls.push({ type: 'call', number, world, calls: ended - (after.length - 1 - index), journal, sequence })
    }
  }
  const events = [...calls, ...ofWorld].sort((one, other) => one.number - other.number)
  const missed = world === undefined ? last - position.number - events.length : missedOf(position, journals, found)
  const open = journals.find(({ journal }) => !journal.isClosed)
  const until = { number: last, calls: world === undefined ? undefined : (open?.ended ?? 0) }
  return { events, until, missed, hasAllChanges: changes !== undefined }
}

/** Counts the ended requests of one world that its journals have no longer. */
function missedOf(
  { number, calls }: EventPosition,
  journals: readonly { readonly journal: Journal; readonly ended: number }[],
  found: ReadonlyMap<Journal, number>,
): number | null {
  // The journal that was in use then; those after it were opened by resets, and those before it were closed.
  const current = journals.findLast(({ journal }) => journal.openedAt <= number)
  if (current === undefined && calls !== undefined && calls > 0) return null
  let missed = 0
  for (const { journal, ended } of journals) {
    const lacking = ended - (found.get(journal) ?? 0)
    if (journal.openedAt > number) missed += lacking
    else if (journal !== current?.journal) continue
    else if (calls === undefined) return lacking === 0 ? missed : null
    else missed += Math.max(0, lacking - calls)
  }
  return missed
}
