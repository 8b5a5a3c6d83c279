import type { Redactor } from '#server/domain/redaction/redactor.ts'
import { headOf } from '#server/inspection/request-view.ts'
import type { JournalEntry } from '#server/journal/entry.ts'
import type { LoggedChange } from '#server/journal/event-log.ts'

/** Entries whose text is kept for the next reader: what several readers are sent in a turn is written once. */
const maxKept = 500

/** The data of events as JSON, without credentials. */
export class EventTexts {
  readonly #redactor: () => Redactor
  readonly #calls = new Map<JournalEntry, string>()

  constructor(redactor: () => Redactor) {
    this.#redactor = redactor
  }

  /** Returns a request with its response, without their bodies. */
  ofCall(entry: JournalEntry): string {
    const kept = this.#calls.get(entry)
    if (kept !== undefined) return kept
    const text = JSON.stringify(headOf(entry))
    const [oldest] = this.#calls.size < maxKept ? [] : this.#calls.keys()
    if (oldest !== undefined) this.#calls.delete(oldest)
    this.#calls.set(entry, text)
    return text
  }

  /** Returns a change of a world. */
  ofChange({ world, data }: LoggedChange): string {
    const redactor = this.#redactor()
    return JSON.stringify({ world, ...data }, (_name, value) =>
      typeof value === 'string' ? redactor.text(value) : value,
    )
  }

  /** Forgets all texts: nobody reads any more. */
  clear(): void {
    this.#calls.clear()
  }
}
