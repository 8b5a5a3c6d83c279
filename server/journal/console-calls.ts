import type { Headers, Redactor } from '../domain/redaction/redactor.ts'
import type { JournalEntry } from './entry.ts'
import type { EntryRing } from './entry-ring.ts'
import type { ChangeOf } from './event-log.ts'
import { isStored } from './outcome.ts'

/** The header by which a call says that it is the console's own, with this value. */
const [sourceHeader, console] = ['x-mock-source', 'console']

/** The most calls of the console that are recorded, those to all worlds together. */
export const maxConsoleCalls = 100

/**
 * Returns whether a call is the console's own: it reads what a page shows, or sends a form. It is recorded apart, and
 * meets no fault, stub or rate limit, which are meant for clients.
 */
export const isOfConsole = (headers: Headers): boolean => headers[sourceHeader] === console

/** The journal of the world that the console calls. */
interface OwnerJournal {
  readonly world: string
  readonly redactor: Redactor
  announce(type: 'world', data: ChangeOf['world']): void
}

/**
 * The latest calls of the console to one world. They are no client's: no list, count, report or verification of
 * requests has them, and they take no room from those. What they change is announced to those who watch the world.
 */
export class ConsoleCalls {
  readonly #journal: OwnerJournal
  readonly #ring: EntryRing

  /** @param ring The calls of the console to all worlds. */
  constructor(journal: OwnerJournal, ring: EntryRing) {
    this.#journal = journal
    this.#ring = ring
  }

  /** Removes credentials from entries when they are read. */
  get redactor(): Redactor {
    return this.#journal.redactor
  }

  /** A new list of them, the oldest first. */
  get entries(): readonly JournalEntry[] {
    return this.#ring.toArray().filter(({ world }) => world === this.#journal.world)
  }

  /** Records a call that has just arrived. */
  add(entry: JournalEntry): void {
    if (this.#ring.isFull) this.#ring.shift()
    this.#ring.add(entry)
  }

  /** Returns the call with an id. */
  find(id: string): JournalEntry | undefined {
    const entry = this.#ring.find(id)
    return entry?.world === this.#journal.world ? entry : undefined
  }

  /** Announces what the call has changed, if anything. */
  end(entry: JournalEntry): void {
    if (isStored(entry)) this.#journal.announce('world', { action: 'changed', operation: entry.operation })
  }

  /** Does nothing: what is recorded of these calls is bounded by their number. */
  complete(): void {}

  /** Does nothing: nobody waits for these calls. */
  notify(): void {}
}
