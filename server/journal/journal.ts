import type { Redactor } from '../domain/redaction/redactor.ts'
import type { JournalEntry } from './entry.ts'
import { type EntryListener, EntryListeners } from './entry-listeners.ts'
import { EntryRing } from './entry-ring.ts'
import { ForgottenCalls } from './forgotten-calls.ts'
import type { UnreadRequestFacts } from './request-facts.ts'

/** Bytes of an entry beside its texts. */
const entryBytes = 2048

/** What the journals of all worlds share. */
interface SharedMemory {
  /** The most requests that a journal records. */
  readonly entries: number
  readonly redactor: Redactor
  readonly unread: UnreadRequestFacts
  /** Called with the changes of what journals hold. */
  track(bytes: number, entries: number): void
  /** Called when a journal closes. */
  retire(journal: Journal): void
}

/**
 * The latest requests of one world, the oldest first, and statistics of those before them. A reset of the world closes
 * it and opens a new one.
 */
export class Journal {
  readonly world: string
  readonly #store: SharedMemory
  readonly #listeners = new EntryListeners()
  readonly #ring: EntryRing
  #cleared = 0
  #isClosed = false
  #forgotten = new ForgottenCalls()
  /** Bytes of its entries. */
  bytes = 0

  constructor(world: string, store: SharedMemory) {
    this.world = world
    this.#store = store
    this.#ring = new EntryRing(store.entries)
  }

  /** Whether requests are recorded at all. */
  get isOn(): boolean {
    return this.#store.entries > 0
  }

  /** Removes credentials from entries when they are read. */
  get redactor(): Redactor {
    return this.#store.redactor
  }

  /** Whether the world has been reset or deleted since. */
  get isClosed(): boolean {
    return this.#isClosed
  }

  /** A new list of the recorded requests, the oldest first. */
  get entries(): readonly JournalEntry[] {
    return this.#ring.toArray()
  }

  /** The number of recorded requests. */
  get size(): number {
    return this.#ring.size
  }

  /** The sequence of the last request that was cleared. */
  get cleared(): number {
    return this.#cleared
  }

  /** The requests that were dropped for want of room since the journal was last cleared. */
  get forgotten(): ForgottenCalls {
    return this.#forgotten
  }

  /** Records a request that has just arrived. */
  add(entry: JournalEntry): void {
    const oldest = this.#ring.isFull ? this.#ring.shift() : undefined
    this.#ring.add(entry)
    if (oldest === undefined) this.#store.track(0, 1)
    else {
      this.bytes -= oldest.bytes
      this.#store.track(-oldest.bytes, 0)
      this.#forgotten.add(oldest)
    }
  }

  /** Weighs an entry whose answer is now known, and notifies listeners. */
  complete(entry: JournalEntry): void {
    if (entry.sequence < this.#ring.first) return
    const weight = entryBytes + entry.weight
    const grown = weight - entry.bytes
    entry.bytes = weight
    this.bytes += grown
    this.#store.track(grown, 0)
    if (entry.findings !== null) this.#store.unread.add(entry.findings)
    this.notify(entry)
  }

  /** Counts an entry that has ended, where it was dropped before that. */
  end(entry: JournalEntry): void {
    if (entry.sequence < this.#ring.first && entry.sequence > this.#cleared) this.#forgotten.end(entry)
  }

  /** Notifies listeners that something about an entry is known. */
  notify(entry: JournalEntry): void {
    this.#listeners.notify(entry)
  }

  /** How many listeners wait for a request. */
  get listeners(): number {
    return this.#listeners.size
  }

  /** Iterates over those of the entries that are still recorded at their turn: a slow reader keeps none in memory. */
  *remaining(entries: readonly JournalEntry[]): Generator<JournalEntry> {
    for (const sequence of entries.map((entry) => entry.sequence)) {
      const entry = this.at(sequence)
      if (entry !== undefined) yield entry
    }
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
    this.#release(count, (entry) => this.#forgotten.add(entry))
  }

  /** Drops all entries and what is known of forgotten ones, as if the world had not been called yet. */
  clear(): void {
    this.#release(this.size)
    this.#cleared = this.#ring.last
    this.#forgotten = new ForgottenCalls()
  }

  /**
   * Calls back with each entry that something becomes known of, and without one when the journal closes, until the
   * returned function is called.
   */
  listen(listener: EntryListener): () => void {
    return this.#listeners.add(listener)
  }

  /** Closes the journal: wakes listeners and keeps its entries for the report of all worlds. */
  close(): void {
    this.#isClosed = true
    this.#store.retire(this)
    this.#listeners.notify()
  }

  #release(count: number, released?: (entry: JournalEntry) => void): void {
    let [bytes, gone] = [0, 0]
    for (; gone < count; gone++) {
      const entry = this.#ring.shift()
      if (entry === undefined) break
      bytes += entry.bytes
      released?.(entry)
    }
    this.bytes -= bytes
    this.#store.track(-bytes, -gone)
  }
}
