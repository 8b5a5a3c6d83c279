import type { Redactor } from '../domain/redaction/redactor.ts'
import { ConsoleCalls } from './console-calls.ts'
import type { JournalEntry } from './entry.ts'
import { EntryListeners } from './entry-listeners.ts'
import { EntryRing } from './entry-ring.ts'
import { weightOf } from './entry-weight.ts'
import type { ChangeOf, ChangeType } from './event-log.ts'
import { ForgottenCalls } from './forgotten-calls.ts'
import type { SharedMemory } from './shared-memory.ts'

/**
 * The latest requests of one world, the oldest first, and statistics of those before them. A reset of the world closes
 * it and opens a new one.
 */
export class Journal {
  readonly world: string
  /** Those who wait for a request. */
  readonly listeners = new EntryListeners()
  /** The calls of the console, which are recorded apart. */
  readonly ofConsole: ConsoleCalls
  /** The number of the last event of all worlds when it was opened. */
  readonly openedAt: number
  readonly #memory: SharedMemory
  readonly #retire: (journal: Journal) => void
  readonly #ring: EntryRing
  /** The requests that were dropped for want of room since it was last cleared. */
  forgotten = new ForgottenCalls()
  /** Bytes of its entries. */
  bytes = 0
  /** The number of requests that have ended, those included that it has no longer. */
  ended = 0
  /** Whether the world has been reset or deleted since. */
  isClosed = false
  /** The sequence of the last request that was cleared. */
  cleared = 0

  /** @param retire Called when the journal is closed. */
  constructor(world: string, memory: SharedMemory, retire: (journal: Journal) => void) {
    this.world = world
    this.#memory = memory
    this.#retire = retire
    this.openedAt = memory.events.last
    this.#ring = new EntryRing(memory.entries)
    this.ofConsole = new ConsoleCalls(this, memory.consoleCalls)
  }

  /** Whether requests are recorded at all. */
  get isOn(): boolean {
    return this.#memory.entries > 0
  }

  /** Removes credentials from entries when they are read. */
  get redactor(): Redactor {
    return this.#memory.redactor
  }

  /** The number of requests that have not ended, also of those that it has no longer. */
  get pending(): number {
    return this.#ring.last - this.ended
  }

  /** A new list of the recorded requests, the oldest first. */
  get entries(): readonly JournalEntry[] {
    return this.#ring.toArray()
  }

  /** The number of recorded requests. */
  get size(): number {
    return this.#ring.size
  }

  /** Records a request that has just arrived. */
  add(entry: JournalEntry): void {
    const oldest = this.#ring.isFull ? this.#ring.shift() : undefined
    this.#ring.add(entry)
    this.bytes -= oldest?.bytes ?? 0
    this.#memory.track(-(oldest?.bytes ?? 0), oldest === undefined ? 1 : 0)
    if (oldest !== undefined) this.forgotten.add(oldest)
  }

  /** Weighs an entry whose answer is now known, and notifies listeners. */
  complete(entry: JournalEntry): void {
    if (entry.sequence >= this.#ring.first) {
      const grown = weightOf(entry) - entry.bytes
      entry.bytes += grown
      this.bytes += grown
      this.#memory.track(grown, 0)
      if (entry.findings !== null) this.#memory.unread.add(entry.findings)
    }
    this.notify(entry)
  }

  /** Numbers an entry that has ended, and counts it where it was dropped before that. */
  end(entry: JournalEntry): void {
    this.ended++
    this.#memory.events.end(this, entry)
    if (entry.sequence < this.#ring.first && entry.sequence > this.cleared) this.forgotten.end(entry)
  }

  /** Logs a change of its world, for those who watch. */
  announce<Type extends ChangeType>(type: Type, data: ChangeOf[Type]): void {
    this.#memory.events.announce(this.world, type, data, this.ended)
  }

  /** Notifies listeners that something about an entry is known. */
  notify(entry: JournalEntry): void {
    this.listeners.notify(entry)
  }

  /** Returns the entry at a position among the requests of its world. */
  at(sequence: number): JournalEntry | undefined {
    return this.#ring.at(sequence)
  }

  /** Returns the entry with an id. */
  find(id: string): JournalEntry | undefined {
    return this.#ring.find(id)
  }

  /** Drops that many entries for want of room, the oldest first, and counts them; all of them when absent. */
  forget(count = this.size): void {
    this.#release(count, (entry) => this.forgotten.add(entry))
  }

  /** Drops all entries and what is known of forgotten ones, as if the world had not been called yet. */
  clear(): void {
    this.#release(this.size)
    this.cleared = this.#ring.last
    this.forgotten = new ForgottenCalls()
  }

  /** Closes the journal: wakes listeners and keeps its entries for the report of all worlds. */
  close(): void {
    this.isClosed = true
    this.#retire(this)
    this.listeners.notify()
  }

  #release(count: number, released?: (entry: JournalEntry) => void): void {
    let [bytes, gone] = [0, 0]
    for (const entry of this.#ring.drain(count)) {
      gone++
      bytes += entry.bytes
      released?.(entry)
    }
    this.bytes -= bytes
    this.#memory.track(-bytes, -gone)
  }
}
