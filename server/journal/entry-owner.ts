import type { Redactor } from '../domain/redaction/redactor.ts'

/** The journal that an entry belongs to. */
export interface EntryOwner<Entry> {
  readonly redactor: Redactor
  /** Called when the answer of an entry is known. */
  complete(entry: Entry): void
  /** Called when nothing more becomes known of an entry. */
  end(entry: Entry): void
  /** Called when something about an entry is known. */
  notify(entry: Entry): void
}
