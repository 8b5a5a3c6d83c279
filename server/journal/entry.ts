import type { RehearsedCall } from '../domain/api-version/divergence.ts'
import type { Headers, Redactor } from '../domain/redaction/redactor.ts'
import type { Violation } from '../domain/rules/rule.ts'
import { abridgedBody, abridgedViolations, maxBody } from './abridged.ts'
import type { AnswerSource } from './answer-source.ts'
import type { Comparison } from './comparison.ts'
import type { EntryOwner } from './entry-owner.ts'
import type { LazyRequestFacts } from './request-facts.ts'

/** What is known of a request when it arrives. */
export interface Arrival {
  /** The journal of the request. */
  readonly owner: EntryOwner<JournalEntry>
  /** The id that the answer carries. */
  readonly id: string
  readonly world: string
  readonly method: string
  /** The path and query as sent, credentials included. */
  readonly url: string
  readonly headers: Headers
  /** Milliseconds of the machine's clock. */
  readonly received: number
  /** Milliseconds of the world's clock. */
  readonly time: number
}

/**
 * The record of one request to the API: references to what the request and its answer consist of anyway. Parsing,
 * joining and redacting are left to `inspection/view.ts`, when an entry is read.
 */
export class JournalEntry {
  readonly id: string
  readonly world: string
  readonly method: string
  readonly url: string
  readonly headers: Headers
  readonly received: number
  readonly time: number
  /** Its position among the requests of its world, from 1; set by the journal. */
  sequence = 0
  operation: string | null = null
  /** The HTTP status of the answer; null before it. */
  status: number | null = null
  /** Milliseconds from the arrival of the request to the last byte of the answer. */
  duration_ms: number | null = null
  /** The body as text; null where there was none or it was not read. */
  body: string | null = null
  bodyTruncated = false
  /** The number of characters of the body as it was sent. */
  bodyLength = 0
  /** The number of items in the list that the body is or contains; 0 without one. */
  items = 0
  /** What the request uses that is unknown or deprecated; null where it was refused before that was checked. */
  findings: LazyRequestFacts | null = null
  answer: string | null = null
  answerTruncated = false
  answerHeaders: Headers | null = null
  /** Whether nothing more becomes known of it. */
  isEnded = false
  /** The number of its end among the events of all worlds, 0 before it; set by the journal. */
  endNumber = 0
  /** Whether the connection ended before the answer was sent: the client gave up, or a fault closed it. */
  lost = false
  /** The ids of the rules that were violated, as the answer names them. */
  rules: readonly string[] = none
  /** The violations: the first of many, each with a truncated value. */
  violations: readonly Violation[] = none
  /** How many items of the batch were refused. */
  refusedItems = 0
  /** What passed here and may fail in production, as far as the operation reports it. */
  warnings: readonly string[] = none
  /** The ids of the faults that were applied. */
  faults: readonly string[] = none
  /** The id of the stub that answered; null without one. */
  stub: string | null = null
  /** Where its answer is from; null where this server makes it itself. */
  fallback: AnswerSource | null = null
  /** How another server answered it; null where none was called. */
  comparison: Comparison | null = null
  /** How another version would answer it; null where it was not compared with one. */
  rehearsal: RehearsedCall | null = null
  /** The stack trace of a server error. */
  stack?: string
  /** Bytes that the journal counts for it; set by the journal. */
  bytes = 0
  readonly #owner: EntryOwner<JournalEntry>

  constructor({ owner, id, world, method, url, headers, received, time }: Arrival) {
    this.#owner = owner
    this.id = id
    this.world = world
    this.method = method
    this.url = url
    this.headers = headers
    this.received = received
    this.time = time
  }

  /** Removes credentials when the entry is read. */
  get redactor(): Redactor {
    return this.#owner.redactor
  }

  /** Records the request's body. */
  sent(text: string): void {
    this.body = abridgedBody(text)
    this.bodyTruncated = text.length > maxBody
    this.bodyLength = text.length
  }

  /** Records the answer's body. */
  answered(text: string): void {
    this.answer = abridgedBody(text)
    this.answerTruncated = text.length > maxBody
  }

  /** Records the violations. */
  refused(violations: readonly Violation[]): void {
    this.violations = abridgedViolations(violations)
    this.refusedItems = new Set(violations.flatMap(({ item }) => item ?? [])).size
  }

  /** Records the faults applied to it, and notifies listeners. */
  struck(faults: readonly string[]): void {
    this.faults = faults
    this.#owner.notify(this)
  }

  /** Records how another server answered it, and notifies listeners. */
  compared(comparison: Comparison): void {
    this.comparison = comparison
    this.#owner.notify(this)
  }

  /** Reports that the answer is known, or that there will be none. */
  complete(): void {
    this.#owner.complete(this)
  }

  /** Reports that nothing more becomes known: the connection has taken the whole answer, or is closed. */
  end(): void {
    if (this.isEnded) return
    this.isEnded = true
    this.#owner.end(this)
  }
}

const none: readonly never[] = []
