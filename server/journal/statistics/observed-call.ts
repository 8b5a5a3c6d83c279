import { operations } from '#openapi/operations.ts'
import type { RehearsedCall } from '#server/domain/api-version/divergence.ts'
import { adAccountIn, pathOf, queryOf } from '#server/domain/matching/request-url.ts'
import type { JournalEntry } from '../entry.ts'
import { deprecatedOf, formsOf, ignoredOf, isStored, isUnmatched } from '../outcome.ts'
import type { LazyRequestFacts } from '../request-facts.ts'
import type { Call } from './call.ts'

const byId = new Map(operations.map((operation) => [operation.id, operation]))

/** A request of the journal as detectors read it: what takes time is computed when it is read. */
export class ObservedCall implements Call {
  readonly id: string
  readonly operation: string | null
  readonly method: string
  readonly url: string
  readonly body: string | null
  readonly bodyLength: number
  readonly time: number
  readonly status: number | null
  readonly faults: readonly string[]
  readonly rehearsal: RehearsedCall | null
  readonly #entry: JournalEntry
  #path: string | undefined
  #query: URLSearchParams | undefined

  constructor(entry: JournalEntry) {
    this.#entry = entry
    this.id = entry.id
    this.operation = entry.operation
    this.method = entry.method
    this.url = entry.url
    this.body = entry.body
    this.bodyLength = entry.bodyLength
    this.time = entry.time
    this.status = entry.status
    this.faults = entry.faults
    this.rehearsal = entry.rehearsal
  }

  get path(): string {
    this.#path ??= pathOf(this.#entry)
    return this.#path
  }

  get query(): URLSearchParams {
    this.#query ??= queryOf(this.#entry)
    return this.#query
  }

  get ad_account(): string | null {
    return adAccountIn(this.path, () => this.query)
  }

  get caller(): string {
    return String(this.#entry.headers.authorization ?? '')
  }

  get category(): string | null {
    return byId.get(this.operation ?? '')?.rate_category ?? null
  }

  get stored(): boolean {
    return isStored(this.#entry)
  }

  get wait(): number | null {
    return this.status === 429 ? waitOf(this.#entry) : null
  }

  get lost(): boolean {
    const { lost, status } = this.#entry
    return lost || status === null || (status >= 500 && status !== 501)
  }

  get unmatched(): boolean {
    return isUnmatched(this.#entry)
  }

  get unread(): LazyRequestFacts | null {
    const { findings } = this.#entry
    return findings === null || findings.isRead || findings.characters === 0 ? null : findings
  }

  get ignored(): readonly string[] {
    return ignoredOf(this.#entry)
  }

  get forms(): readonly string[] {
    return formsOf(this.#entry)
  }

  get deprecated(): readonly string[] {
    return deprecatedOf(this.#entry)
  }

  get needs(): readonly string[] {
    return byId.get(this.operation ?? '')?.security.pinterest_oauth2 ?? []
  }

  get grants(): readonly string[] {
    return this.operation === 'oauth/token' && this.status === 200 ? grantsOf(this.#entry) : []
  }
}

function waitOf({ answerHeaders }: JournalEntry): number {
  const header = answerHeaders?.['retry-after'] ?? answerHeaders?.['x-ratelimit-reset']
  const seconds = Number(header)
  return Number.isFinite(seconds) ? seconds : 1
}

function grantsOf({ answer }: JournalEntry): readonly string[] {
  const scope: unknown = Reflect.get(Object(parsed(answer)), 'scope')
  return typeof scope === 'string' ? scope.split(/[ ,]+/).filter((one) => one !== '') : []
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}
