import type { JournalEntry } from './entry.ts'

/** Called with an entry that something becomes known of, and without one when the journal closes. */
export type EntryListener = (entry?: JournalEntry) => void

/** Those who wait for requests of a world. */
export class EntryListeners {
  readonly #listeners = new Set<EntryListener>()

  /** The number of listeners. */
  get size(): number {
    return this.#listeners.size
  }

  /** Adds a listener, until the returned function is called. */
  add(listener: EntryListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Calls all of them. */
  notify(entry?: JournalEntry): void {
    for (const listener of this.#listeners) listener(entry)
  }
}
