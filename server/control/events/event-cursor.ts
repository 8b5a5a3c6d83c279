import { type EventPosition, pastEvents } from '#server/inspection/past-events.ts'
import type { JournalEntry } from '#server/journal/entry.ts'
import type { LoggedEvent } from '#server/journal/event-log.ts'
import type { JournalStore } from '#server/journal/journal-store.ts'
import { isSettled } from '#server/journal/outcome.ts'
import { TimeSlices } from '#server/worlds/time-slices.ts'
import { eventIdOf } from './event-ids.ts'
import type { EventTexts } from './event-texts.ts'

/** Characters of one write. */
export const maxChunk = 64 * 2 ** 10

/** What a client reads of the events. */
export interface EventSelection {
  /** The world whose events are read; all when absent. */
  readonly world: string | undefined
  readonly types: ReadonlySet<string>
  /** Returns whether a request meets the criteria. */
  readonly isMet: (entry: JournalEntry) => boolean
}

/** Where events come from. */
export interface EventSources {
  readonly journals: JournalStore
  readonly texts: EventTexts
}

/**
 * A place in the events, for one client: it holds a number and not the events after it, so that a client that does not
 * read holds no memory. What the journal has forgotten by the time of its turn is counted.
 */
export class EventCursor {
  readonly #sources: EventSources
  readonly #selection: EventSelection
  #position: EventPosition
  /** Events that are not among the recent ones, the last one first. */
  #past: LoggedEvent[] = []
  #afterPast: EventPosition | undefined
  /** The number of forgotten events that no `gap` has reported yet; null where it is not known. */
  #missed: number | null = 0

  /** @param position The position after which events are read; undefined for that of another process. */
  constructor(sources: EventSources, selection: EventSelection, position: EventPosition | undefined) {
    this.#sources = sources
    this.#selection = selection
    this.#position = position ?? { number: 0, calls: selection.world === undefined ? undefined : 0 }
    if (position === undefined) this.#missed = null
  }

  /** The id of the last event that was read or passed. */
  get id(): string {
    return eventIdOf(this.#sources.journals.events, this.#position)
  }

  /** Looks for the next events in the journals where they are not recent: the client was away, or read nothing for long. */
  async seek(): Promise<void> {
    const { journals } = this.#sources
    const { world, types } = this.#selection
    if (this.#past.length > 0 || journals.events.hasAfter(this.#position.number)) return
    const { number: from } = this.#position
    const { events, until, missed, hasAllChanges } = await pastEvents(journals, this.#position, world)
    this.#past = events.toReversed()
    this.#afterPast = until
    if (events.length === 0) this.#position = until
    const lost = types.has('call') ? missed : 0
    // Nobody who asks for everything has been promised the changes of the time before.
    const isUnknown = lost === 0 && !hasAllChanges && from > 0
    this.#miss(isUnknown ? null : lost)
  }

  /** Reads the text of the next events, as many as one write takes; says whether there are no more for now. */
  read(): { readonly text: string; readonly isLast: boolean } {
    const { events } = this.#sources.journals
    const slices = new TimeSlices(5)
    let text = ''
    while (text.length < maxChunk && !slices.areOver) {
      const event = this.#past.pop() ?? events.at(this.#position.number + 1)
      if (event === undefined) return { text: text + this.#gap(), isLast: this.#position.number >= events.last }
      text += this.#textOf(event)
      if (this.#past.length > 0 || this.#afterPast === undefined) continue
      this.#position = this.#afterPast
      this.#afterPast = undefined
    }
    return { text, isLast: false }
  }

  #textOf(event: LoggedEvent): string {
    const { world, types } = this.#selection
    const isOfWorld = world === undefined || event.world === world
    const calls = world === undefined ? undefined : isOfWorld ? event.calls : this.#position.calls
    this.#position = { number: event.number, calls }
    const data = isOfWorld && types.has(event.type) ? this.#dataOf(event) : undefined
    return data === undefined ? '' : `${this.#gap()}id: ${this.id}\nevent: ${event.type}\ndata: ${data}\n\n`
  }

  #dataOf(event: LoggedEvent): string | undefined {
    const { texts } = this.#sources
    if (event.type !== 'call') return texts.ofChange(event)
    const entry = event.journal.at(event.sequence)
    if (entry !== undefined) return isSettled(entry) && this.#selection.isMet(entry) ? texts.ofCall(entry) : undefined
    this.#miss(1)
    return undefined
  }

  #miss(count: number | null): void {
    this.#missed = count === null || this.#missed === null ? null : this.#missed + count
  }

  /** Returns the event that reports forgotten ones, once; nothing without any. */
  #gap(): string {
    const missed = this.#missed
    this.#missed = 0
    return missed === 0 ? '' : `event: gap\ndata: ${JSON.stringify({ missed })}\n\n`
  }
}
