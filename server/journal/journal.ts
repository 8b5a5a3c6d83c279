import { Redactor } from '../domain/redaction/redactor.ts'
import type { JournalEntry } from './entry.ts'
import { UnreadRequestFacts } from './unread-facts.ts'

/** What the journals of all worlds share: their bounds, and those that are closed. */
export interface JournalLimits {
  /** How many requests each world remembers; 0 switches the journal off. 1,000 when absent. */
  readonly entries?: number | undefined
  /** What all worlds' journals together may hold, in bytes; 64 MiB when absent. */
  readonly bytes?: number | undefined
}

/** What an entry weighs beside its texts. */
const entryBytes = 2048

/** How many requests all worlds together remember, unless one may remember more: so many a report tells of at once. */
const mostEntries = 20_000

/** The latest requests of one world, the oldest first. A reset of the world closes it, and the world gets a new one. */
export class Journal {
  readonly world: string
  readonly #shelf: JournalStore
  readonly #listeners = new Set<(entry?: JournalEntry) => void>()
  #entries: JournalEntry[] = []
  #sequence = 0
  #isClosed = false
  /** What its entries weigh. */
  bytes = 0

  constructor(world: string, shelf: JournalStore) {
    this.world = world
    this.#shelf = shelf
  }

  /** Whether requests are remembered at all. */
  get isOn(): boolean {
    return this.#shelf.entries > 0
  }

  /** What takes the credentials out of what it tells. */
  get blackout(): Redactor {
    return this.#shelf.blackout
  }

  /** Whether the world has gone on without it. */
  get isClosed(): boolean {
    return this.#isClosed
  }

  /** What is remembered, the oldest first. */
  get entries(): readonly JournalEntry[] {
    return this.#entries
  }

  /** How many were remembered and are not any more. */
  get forgotten(): number {
    return this.#sequence - this.#entries.length
  }

  /** Remembers a request that has just arrived. */
  add(entry: JournalEntry): void {
    entry.sequence = ++this.#sequence
    if (this.#entries.length >= this.#shelf.entries) this.forget(Math.ceil(this.#shelf.entries / 10))
    this.#entries.push(entry)
    this.#shelf.grew(0, 1)
  }

  /** Weighs an entry whose answer is known by now, and tells those who wait for one. */
  settle(entry: JournalEntry): void {
    if (entry.sequence <= this.forgotten) return
    const weight = entryBytes + entry.weight
    const grown = weight - entry.bytes
    entry.bytes = weight
    this.bytes += grown
    this.#shelf.grew(grown, 0)
    if (entry.findings !== null) this.#shelf.unread.add(entry.findings)
    this.tell(entry)
  }

  /** Tells those who wait for a request that something is known of one. */
  tell(entry: JournalEntry): void {
    for (const listener of this.#listeners) listener(entry)
  }

  /** How many wait for a request. */
  get listeners(): number {
    return this.#listeners.size
  }

  /** These entries, but for those that are forgotten before it is their turn: who reads slowly keeps none in memory. */
  *stillThere(entries: readonly JournalEntry[]): Generator<JournalEntry> {
    for (const sequence of entries.map((entry) => entry.sequence)) {
      const entry = this.at(sequence)
      if (entry !== undefined) yield entry
    }
  }

  /** The entry with that place among the requests of its world. */
  at(sequence: number): JournalEntry | undefined {
    return this.#entries[sequence - this.forgotten - 1]
  }

  /** The entry of that id. */
  find(id: string): JournalEntry | undefined {
    return this.#entries.findLast((entry) => entry.id === id)
  }

  /** Forgets that many, the oldest first; all when no number is given. */
  forget(count = this.#entries.length): void {
    const gone = this.#entries.slice(0, count)
    this.#entries = this.#entries.slice(count)
    const weight = gone.reduce((sum, { bytes }) => sum + bytes, 0)
    this.bytes -= weight
    this.#shelf.grew(-weight, -gone.length)
  }

  /**
   * Calls back with each request of which something is known, and without one when the journal is closed, until the
   * returned function is called.
   */
  listen(listener: (entry?: JournalEntry) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Ends it: who waits is told, and it is remembered for the report of all worlds alone. */
  close(): void {
    this.#isClosed = true
    this.#shelf.retire(this)
    for (const listener of this.#listeners) listener()
  }
}

/** All worlds' journals, and the memory that they share. */
export class JournalStore {
  readonly entries: number
  /** What takes the credentials out of what they tell; it knows those of the server once there is one. */
  blackout = new Redactor()
  /** What was found of requests that nobody has asked about. */
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

  /** A new world's journal. */
  open(world: string): Journal {
    const journal = new Journal(world, this)
    this.#open.add(journal)
    return journal
  }

  /** Every journal with something in it, those of worlds before a reset or that are deleted first. */
  all(): readonly Journal[] {
    return [...this.#closed, ...this.#open].filter(({ entries }) => entries.length > 0)
  }

  /** The entry of that id of a world, also of what the world was before a reset. */
  find(id: string, world: string): JournalEntry | undefined {
    for (const journal of [...this.#open, ...this.#closed]) {
      const entry = journal.world === world ? journal.find(id) : undefined
      if (entry !== undefined) return entry
    }
    return undefined
  }

  /** Takes a journal out of use. The oldest of those are forgotten when they hold more than ten worlds would. */
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

  /**
   * Counts bytes and requests; when there are too many, what is closed is forgotten first, then half of whoever holds
   * most.
   */
  grew(bytes: number, entries: number): void {
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
