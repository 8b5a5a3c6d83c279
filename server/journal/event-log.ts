import { machineMilliseconds } from '../domain/time/clock.ts'
import type { JournalEntry } from './entry.ts'

/** What changes of a world say, by the type of their events. */
export interface ChangeOf {
  readonly world: {
    readonly action: 'created' | 'forked' | 'reset' | 'restored' | 'imported' | 'changed' | 'deleted'
    /** The snapshot, seed or world that it was made of, or what was changed. */
    readonly [detail: string]: unknown
  }
  readonly clock: { readonly action: 'frozen' | 'set' | 'advanced' | 'unfrozen'; readonly [detail: string]: unknown }
  readonly faults: { readonly action: 'added' | 'deleted'; readonly ids: readonly string[] }
  readonly stubs: { readonly action: 'added' | 'deleted'; readonly ids: readonly string[] }
  readonly snapshots: { readonly action: 'taken' | 'deleted'; readonly name: string }
  readonly settings: { readonly action: 'changed'; readonly parts: readonly string[] }
}

/** The type of a change's event. */
export type ChangeType = keyof ChangeOf

/** What the log knows of the journal of a world. */
interface LoggedJournal {
  readonly world: string
  /** The number of its requests that have ended. */
  readonly ended: number
  /** Returns a request, unless it is forgotten. */
  at(sequence: number): JournalEntry | undefined
}

interface Logged {
  /** Its number among the events of all worlds. */
  readonly number: number
  readonly world: string
  /** How many requests the journal of its world had ended by then. */
  readonly calls: number
}

/** The end of a request. It refers to the journal's entry, which it does not keep in memory. */
export interface LoggedCall extends Logged {
  readonly type: 'call'
  readonly journal: LoggedJournal
  readonly sequence: number
}

/** A change of a world by test control, or its creation. */
export interface LoggedChange extends Logged {
  readonly type: ChangeType
  readonly data: ChangeOf[ChangeType]
}

/** Something that happened in a world. */
export type LoggedEvent = LoggedCall | LoggedChange

/** The most events that readers can lag behind; older ones are sought in the journals, which are slower to search. */
const maxRecent = 20_000

/** The most changes that are kept for readers who come back. */
const maxChanges = 1000

/**
 * What happens in all worlds, numbered in its order. While nobody listens it counts, and keeps nothing; journals have
 * the requests.
 */
export class EventLog {
  /** Added to numbers in ids, so that ids rise from one process to the next. */
  readonly base = machineMilliseconds() * 1000
  readonly #listeners = new Set<() => void>()
  #last = 0
  #recent: LoggedEvent[] = []
  /** The latest changes since somebody listened first. */
  #changes: LoggedChange[] = []
  /** The number up to which changes are not known. */
  #changesAfter: number | undefined
  #isPending = false

  /** The number of the last event. */
  get last(): number {
    return this.#last
  }

  /** The number of listeners. */
  get listenerCount(): number {
    return this.#listeners.size
  }

  /** Numbers the end of a request. */
  end(journal: LoggedJournal, entry: JournalEntry): void {
    entry.endNumber = ++this.#last
    if (this.#listeners.size === 0) return
    const { world, ended: calls } = journal
    this.#add({ type: 'call', number: this.#last, world, calls, journal, sequence: entry.sequence })
  }

  /** Logs a change of a world whose journal has ended that many requests. */
  announce<Type extends ChangeType>(world: string, type: Type, data: ChangeOf[Type], calls = 0): void {
    this.#last++
    if (this.#changesAfter === undefined) return
    const change = { type, number: this.#last, world, calls, data }
    this.#changes.push(change)
    if (this.#changes.length > maxChanges) this.#changesAfter = this.#changes.shift()?.number
    if (this.#listeners.size > 0) this.#add(change)
  }

  /** Calls a listener once in each turn of the event loop with events, until the returned function is called. */
  listen(listener: () => void): () => void {
    this.#changesAfter ??= this.#last
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
      if (this.#listeners.size === 0) this.#recent = []
    }
  }

  /** Returns a recent event by its number. */
  at(number: number): LoggedEvent | undefined {
    return this.#recent[number - this.#firstRecent]
  }

  /** Returns whether all events after a number are among the recent ones. */
  hasAfter(number: number): boolean {
    return number >= this.#firstRecent - 1
  }

  /** Returns the changes after a number; undefined where some of them are not known any more. */
  changesAfter(number: number): readonly LoggedChange[] | undefined {
    if (this.#changesAfter === undefined || number < this.#changesAfter) return undefined
    return this.#changes.filter((change) => change.number > number)
  }

  get #firstRecent(): number {
    return this.#last - this.#recent.length + 1
  }

  #add(event: LoggedEvent): void {
    this.#recent.push(event)
    // Half of them at a time: a shift for each would copy the list for each.
    if (this.#recent.length > maxRecent) this.#recent = this.#recent.slice(maxRecent / 2)
    if (this.#isPending) return
    this.#isPending = true
    setImmediate(() => {
      this.#isPending = false
      for (const listener of this.#listeners) listener()
    })
  }
}
