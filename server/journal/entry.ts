import type { Headers, Redactor } from '../domain/redaction/redactor.ts'
import type { Violation } from '../domain/rules/rule.ts'
import { shortened, shortenedText } from '../domain/truncate.ts'
import type { LazyRequestFacts } from './unread-facts.ts'

/** How much of a body is kept, in characters: the journal is for looking at, not for storing. */
export const mostOfBody = 65_536

/** Who remembers an entry. */
interface Keeper {
  readonly blackout: Redactor
  /** Its answer is known. */
  settle(entry: JournalEntry): void
  /** Something is known of it. */
  tell(entry: JournalEntry): void
}

/** What is known of a request when it arrives. */
export interface Arrival {
  /** The journal that it is in. */
  readonly keeper: Keeper
  /** The id that its answer carries. */
  readonly id: string
  readonly world: string
  readonly method: string
  /** The path and query as the client sent them, credentials and all. */
  readonly url: string
  readonly headers: Headers
  /** Milliseconds of the machine's clock. */
  readonly received: number
  /** Milliseconds of the world's clock. */
  readonly time: number
}

/**
 * What is remembered of one request to the API: references to what the request and its answer are made of anyway.
 * Nothing is parsed, joined or blacked out before somebody asks: `journal/view.ts` does that.
 */
export class JournalEntry {
  readonly id: string
  readonly world: string
  readonly method: string
  readonly url: string
  readonly headers: Headers
  readonly received: number
  readonly time: number
  /** Its place among the requests of its world, from 1; given by the journal. */
  sequence = 0
  operation: string | null = null
  /** The HTTP status of the answer; null while there is none. */
  status: number | null = null
  /** From the request's arrival to the answer's last byte, in milliseconds. */
  duration_ms: number | null = null
  /** The request's body as text, null when there was none or when it was not read. */
  body: string | null = null
  bodyTruncated = false
  /** How many items the list has that the body is or has; 0 when it has none. */
  items = 0
  /** What of the call no version of the API describes or wants any longer; null where it was refused before. */
  findings: LazyRequestFacts | null = null
  answer: string | null = null
  answerTruncated = false
  answerHeaders: Headers | null = null
  /** Whether the connection ended before the answer had left: the client gave up, or a fault cut it off. */
  lost = false
  /** The ids of the rules that refused something, as the answer names them. */
  rules: readonly string[] = none
  /** What they refused: of many the first, and of what was sent what takes little room. */
  violations: readonly Violation[] = none
  /** How many items of the batch they refused. */
  refusedItems = 0
  /** What the API lets pass and production may not forgive, as far as the operation has told. */
  warnings: readonly string[] = none
  /** The ids of the faults that were applied. */
  faults: readonly string[] = none
  /** Where the server failed, when it did. */
  stack?: string
  /** What it is charged with in the journal's memory; kept by the journal. */
  bytes = 0
  readonly #keeper: Keeper

  constructor({ keeper, id, world, method, url, headers, received, time }: Arrival) {
    this.#keeper = keeper
    this.id = id
    this.world = world
    this.method = method
    this.url = url
    this.headers = headers
    this.received = received
    this.time = time
  }

  /** What takes the credentials out of it when it is told. */
  get redactor(): Redactor {
    return this.#keeper.blackout
  }

  /** Keeps the request's body. */
  sent(text: string): void {
    this.body = kept(text)
    this.bodyTruncated = text.length > mostOfBody
  }

  /** Keeps the answer's body. */
  answered(text: string): void {
    this.answer = kept(text)
    this.answerTruncated = text.length > mostOfBody
  }

  /** Keeps what rules refused. */
  refused(violations: readonly Violation[]): void {
    this.violations = violations.slice(0, mostRefusals).map(inShort)
    this.refusedItems = new Set(violations.flatMap(({ item }) => item ?? [])).size
  }

  /** Keeps that faults are done to it, and tells those who wait for that. */
  struck(faults: readonly string[]): void {
    this.faults = faults
    this.#keeper.tell(this)
  }

  /** What it takes in memory, in bytes, as far as that differs from one request to another. */
  get weight(): number {
    let weight = this.url.length + (this.body?.length ?? 0) + (this.answer?.length ?? 0)
    for (const name in this.headers) weight += String(this.headers[name]).length
    for (const { message } of this.violations) weight += refusalBytes + message.length
    return weight
  }

  /** Says that its answer is known by now, or that there will be none. */
  settle(): void {
    this.#keeper.settle(this)
  }
}

const none: readonly never[] = []
/** As many as a batch of labels has items. */
const mostRefusals = 250
/** What one takes beside its message. */
const refusalBytes = 200

/** What was sent may be most of a body, parsed. */
const inShort = ({ message, sent, parts, ...refusal }: Violation): Violation => ({
  ...refusal,
  message: shortenedText(message),
  ...(sent !== undefined && { sent: shortened(sent) }),
  ...(parts && { parts: parts.map((part) => ({ ...part, sent: shortened(part.sent) })) }),
})

/**
 * The beginning of a text. A copy: a slice would keep the whole in memory. Half a character at the end becomes U+FFFD.
 * The same long answer several times in a row is copied once.
 */
function kept(text: string): string {
  if (text.length <= mostOfBody) return text
  if (text !== latest.text) latest = { text, beginning: Buffer.from(text.slice(0, mostOfBody)).toString() }
  return latest.beginning
}

let latest = { text: '', beginning: '' }
