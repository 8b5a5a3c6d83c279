import type { JournalEntry } from './entry.ts'

/** The latest entries, up to a number of them. Each has a sequence number, from 1, which stays its place for ever. */
export class EntryRing {
  readonly #capacity: number
  /** The entries, each at its sequence modulo the capacity. */
  readonly #entries: (JournalEntry | undefined)[] = []
  #first = 1
  #last = 0

  constructor(capacity: number) {
    this.#capacity = capacity
  }

  /** The sequence of the oldest entry; one more than that of the last where there is none. */
  get first(): number {
    return this.#first
  }

  /** The sequence of the latest entry that was added, also where it is not there any more. */
  get last(): number {
    return this.#last
  }

  get size(): number {
    return this.#last - this.#first + 1
  }

  get isFull(): boolean {
    return this.size >= this.#capacity
  }

  /** Adds an entry, and gives it the next sequence. There has to be room for it. */
  add(entry: JournalEntry): void {
    entry.sequence = ++this.#last
    this.#entries[(entry.sequence - 1) % this.#capacity] = entry
  }

  /** Returns the entry of a sequence; undefined where it is not there any more. */
  at(sequence: number): JournalEntry | undefined {
    return sequence < this.#first ? undefined : this.#entries[(sequence - 1) % this.#capacity]
  }

  /** Returns the entry with an id. */
  find(id: string): JournalEntry | undefined {
    for (let sequence = this.#last; sequence >= this.#first; sequence--) {
      const entry = this.at(sequence)
      if (entry?.id === id) return entry
    }
    return undefined
  }

  /** Removes the oldest entry, and returns it. */
  shift(): JournalEntry | undefined {
    if (this.size === 0) return undefined
    const entry = this.at(this.#first)
    this.#entries[(this.#first - 1) % this.#capacity] = undefined
    this.#first++
    return entry
  }

  /** Removes that many of the oldest entries, each when it is read. */
  *drain(count: number): Generator<JournalEntry> {
    for (let gone = 0; gone < count; gone++) {
      const entry = this.shift()
      if (entry === undefined) return
      yield entry
    }
  }

  /** Returns a new list of the entries, the oldest first. */
  toArray(): readonly JournalEntry[] {
    const entries: JournalEntry[] = []
    for (let sequence = this.#first; sequence <= this.#last; sequence++) {
      const entry = this.at(sequence)
      if (entry !== undefined) entries.push(entry)
    }
    return entries
  }
}
