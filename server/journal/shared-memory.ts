import type { Redactor } from '../domain/redaction/redactor.ts'
import type { EntryRing } from './entry-ring.ts'
import type { EventLog } from './event-log.ts'
import type { UnreadRequestFacts } from './request-facts.ts'

/** What the journals of all worlds share. */
export interface SharedMemory {
  /** The most requests that a journal records. */
  readonly entries: number
  /** The latest calls of the console to all worlds. */
  readonly consoleCalls: EntryRing
  /** Removes credentials from entries when they are read. */
  readonly redactor: Redactor
  /** Facts about requests that have not been read yet. */
  readonly unread: UnreadRequestFacts
  /** What happens in all worlds. */
  readonly events: EventLog
  /** Called with the changes of what journals hold. */
  track(bytes: number, entries: number): void
}
