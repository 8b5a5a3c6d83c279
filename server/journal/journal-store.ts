import { Redactor } from '../domain/redaction/redactor.ts'
import { maxConsoleCalls } from './console-calls.ts'
import type { JournalEntry } from './entry.ts'
import { EntryRing } from './entry-ring.ts'
import { EventLog } from './event-log.ts'
import { Journal } from './journal.ts'
import { UnreadRequestFacts } from './request-facts.ts'
import type { SharedMemory } from './shared-memory.ts'
import { CallTotals } from './statistics/call-totals.ts'

/** The limits of journals. */
export interface JournalLimits {
  /** The most requests that a world records; 0 switches the journal off. 1,000 when absent. */
  readonly entries?: number | undefined
  /** The most bytes of all journals together; 64 MiB when absent. */
  readonly bytes?: number | undefined
}

/** The most requests of all worlds together, unless one world may have more: the number that one report covers. */
const maxEntries = 20_000

/** The journals of all worlds, and the memory that they share. */
export class JournalStore implements SharedMemory {
  readonly entries: number
  /** Removes credentials from entries when they are read; replaced by one that knows the server's secrets. */
  redactor = new Redactor()
  /** Facts about requests that have not been read yet. */
  readonly unread = new UnreadRequestFacts()
  readonly events = new EventLog()
  readonly consoleCalls: EntryRing
  readonly #maxBytes: number
  readonly #open = new Set<Journal>()
  readonly #closed = new Set<Journal>()
  /** The calls to worlds that were reset or deleted, as far as their journals are dropped. */
  #past: CallTotals | undefined
  readonly #maxEntries: number
  #bytes = 0
  #entries = 0

  constructor({ entries = 1000, bytes = 64 * 2 ** 20 }: JournalLimits = {}) {
    this.entries = entries
    this.consoleCalls = new EntryRing(Math.min(entries, maxConsoleCalls))
    this.#maxBytes = bytes
    this.#maxEntries = Math.max(maxEntries, entries)
  }

  /** Opens the journal of a new world. */
  open(world: string): Journal {
    const journal = new Journal(world, this, (closed) => this.#retire(closed))
    this.#open.add(journal)
    return journal
  }

  /** Returns every journal with requests; closed ones, of worlds that were reset or deleted, come first. */
  all(): readonly Journal[] {
    return [...this.#closed, ...this.#open].filter(hasCalls)
  }

  /** Returns the journals of a world with requests, also those from before a reset; of all worlds when absent. */
  of(world: string | undefined): readonly Journal[] {
    return this.all().filter((journal) => world === undefined || journal.world === world)
  }

  /** A copy of what is known of calls beside the journals: their worlds were reset or deleted. */
  past(): CallTotals {
    return new CallTotals(this.#past)
  }

  /** Returns the entry with an id, also from before a reset, of one world; of any when absent. */
  find(id: string, world?: string): JournalEntry | undefined {
    for (const journal of [...this.#open, ...this.#closed]) {
      const entry = world === undefined || journal.world === world ? journal.find(id) : undefined
      if (entry !== undefined) return entry
    }
    return undefined
  }

  /** Closes a journal. Drops the oldest closed ones beyond the entries of ten worlds. */
  #retire(journal: Journal): void {
    this.#open.delete(journal)
    if (!hasCalls(journal)) return
    this.#closed.add(journal)
    let held = 0
    for (const closed of [...this.#closed].toReversed()) {
      held += closed.size
      if (closed.size === 0 || held > this.entries * 10) this.#drop(closed)
    }
  }

  /** Counts bytes and requests. Beyond the limits it drops closed journals first, then half of the largest one. */
  track(bytes: number, entries: number): void {
    this.#bytes += bytes
    this.#entries += entries
    while (this.#bytes > this.#maxBytes || this.#entries > this.#maxEntries) {
      const [oldest] = this.#closed
      if (oldest !== undefined) this.#drop(oldest)
      else {
        const largest = this.#largest(this.#bytes > this.#maxBytes)
        if (largest === undefined || largest.size === 0) return
        largest.forget(Math.ceil(largest.size / 2))
      }
    }
  }

  #largest(isByBytes: boolean): Journal | undefined {
    const sizeOf = (journal?: Journal): number => (isByBytes ? journal?.bytes : journal?.size) ?? 0
    let largest: Journal | undefined
    for (const journal of this.#open) if (sizeOf(journal) > sizeOf(largest)) largest = journal
    return largest
  }

  #drop(journal: Journal): void {
    this.#closed.delete(journal)
    this.#past ??= new CallTotals()
    const past = this.#past
    journal.forget()
    const statistics = journal.forgotten.handOver((entry) => past.counts.add(entry))
    past.addWorld(journal.world)
    if (statistics !== undefined) past.add(journal.world, statistics)
  }
}

const hasCalls = ({ size, forgotten }: Journal): boolean => size + forgotten.count > 0
