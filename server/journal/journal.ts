import { Redactor } from '../domain/redaction/redactor.ts'
import type { JournalEntry } from './entry.ts'
import { UnreadRequestFacts } from './unread-facts.ts'

/** The limits of journals. */
export interface JournalLimits {
  /** The most requests that a world records; 0 switches the journal off. 1,000 when absent. */
  readonly entries?: number | undefined
  /** The most bytes of all journals together; 64 MiB when absent. */
  readonly bytes?: number | undefined
}

/** Bytes of an entry beside its texts. */
const entryBytes = 2048

/** The most requests of all worlds together, unless one world may have more: the number that one report covers. */
const mostEntries = 20_000

/** The latest requests of one world, the oldest first. A reset of the world closes it and opens a new one. */
export class Journal {
  readonly world: string
  readonly #store: JournalStore
  readonly #listeners = new Set<(entry?: JournalEntry) => void>()
  #entries: JournalEntry[] = []
  #sequence = 0
  #isClosed = false
  /** Bytes of its entries. */
  bytes = 0

  constructor(world: string, store: JournalStore) {
    this.world = world
    this.#store = store
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

  /** The recorded requests, the oldest first. */
  get entries(): readonly JournalEntry[] {
    return this.#entries
  }

  /** How many requests were recorded and dropped again. */
  get forgotten(): number {
    return this.#sequence - this.#entries.length
  }

  /** Records a request that has just arrived. */
  add(entry: JournalEntry): void {
    entry.sequence = ++this.#sequence
    if (this.#entries.length >= this.#store.entries) this.forget(Math.ceil(this.#store.entries / 10))
    this.#entries.push(entry)
    this.#store.track(0, 1)
  }

  /** Weighs an entry whose answer is now known, and notifies listeners. */
  complete(entry: JournalEntry): void {
    if (entry.sequence <= this.forgotten) return
    const weight = entryBytes + entry.weight
    const grown = weight - entry.bytes
    entry.bytes = weight
    this.bytes += grown
    this.#store.track(grown, 0)
    if (entry.findings !== null) this.#store.unread.add(entry.findings)
    this.notify(entry)
  }

  /** Notifies listeners that something about an entry is known. */
  notify(entry: JournalEntry): void {
    for (const listener of this.#listeners) listener(entry)
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
    return this.#entries[sequence - this.forgotten - 1]
  }

  /** Returns the entry with an id. */
  find(id: string): JournalEntry | undefined {
    return this.#entries.findLast((entry) => entry.id === id)
  }

  /** Drops that many entries, the oldest first; all of them when absent. */
  forget(count = this.#entries.length): void {
    const gone = this.#entries.slice(0, count)
    this.#entries = this.#entries.slice(count)
    const weight = gone.reduce((sum, { bytes }) => sum + bytes, 0)
    this.bytes -= weight
    this.#store.track(-weight, -gone.length)
  }

  /**
   * Calls back with each entry that something becomes known of, and without one when the journal closes, until the
   * returned function is called.
   */
  listen(listener: (entry?: JournalEntry) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Closes the journal: wakes listeners and keeps its entries for the report of all worlds. */
  close(): void {
    this.#isClosed = true
    this.#store.retire(this)
    for (const listener of this.#listeners) listener()
  }
}

/** The journals of all worlds, and the memory that they share. */
export class JournalStore {
  readonly entries: number
  /** Removes credentials from entries when they are read; replaced by one that knows the server's secrets. */
  redactor = new Redactor()
  /** Facts about requests that have not been read yet. */
  readonly unread = new UnreadRequestFacts()
  readonly #mostBytes: number
  readonly #open = new Set<Journal>()
  readonly #closed = new Set<Journal>()
  readonly #mostEntries: number
  #bytes = 0
  #entries = 0

  constructor({ entries = 1000, bytes = 64 * 2 ** 20 }: JournalLimits = {}) {
    this.entries = entries
    this.#mostBytes = bytes
    this.#mostEntries = Math.max(mostEntries, entries)
  }

  /** Opens the journal of a new world. */
  open(world: string): Journal {
    const journal = new Journal(world, this)
    this.#open.add(journal)
    return journal
  }

  /** Returns every journal with entries; closed ones, of worlds that were reset or deleted, come first. */
  all(): readonly Journal[] {
    return [...this.#closed, ...this.#open].filter(({ entries }) => entries.length > 0)
  }

  /** Returns the entry of a world with an id, also from before a reset. */
  find(id: string, world: string): JournalEntry | undefined {
    for (const journal of [...this.#open, ...this.#closed]) {
      const entry = journal.world === world ? journal.find(id) : undefined
      if (entry !== undefined) return entry
    }
    return undefined
  }

  /** Closes a journal. Drops the oldest closed ones beyond the entries of ten worlds. */
  retire(journal: Journal): void {
    this.#open.delete(journal)
    if (journal.entries.length === 0) return
    this.#closed.add(journal)
    let held = 0
    for (const closed of [...this.#closed].toReversed()) {
      held += closed.entries.length
      if (held > this.entries * 10) this.#drop(closed)
    }
  }

  /** Counts bytes and requests. Beyond the limits it drops closed journals first, then half of the largest one. */
  track(bytes: number, entries: number): void {
    this.#bytes += bytes
    this.#entries += entries
    while (this.#bytes > this.#mostBytes || this.#entries > this.#mostEntries) {
      const [oldest] = this.#closed
      if (oldest !== undefined) this.#drop(oldest)
      else {
        const largest = this.#largest(this.#bytes > this.#mostBytes)
        if (largest === undefined || largest.entries.length === 0) return
        largest.forget(Math.ceil(largest.entries.length / 2))
      }
    }
  }

  #largest(isByBytes: boolean): Journal | undefined {
    const sizeOf = (journal?: Journal): number => (isByBytes ? journal?.bytes : journal?.entries.length) ?? 0
    let largest: Journal | undefined
    for (const journal of this.#open) if (sizeOf(journal) > sizeOf(largest)) largest = journal
    return largest
  }

  #drop(journal: Journal): void {
    this.#closed.delete(journal)
    journal.forget()
  }
}
