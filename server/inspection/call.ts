import { operations } from '#openapi/operations.ts'
import { parsed } from '../http/validation/request-warnings.ts'
import type { JournalEntry } from '../journal/entry.ts'
import { adAccountIn, deprecatedOf, ignoredOf, isStored, pathOf, queryOf } from './request-view.ts'

/** A request as the habits of clients are looked for in it. */
export interface Call {
  readonly id: string
  readonly operation: string | null
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly body: string | null
  /** Milliseconds of the world's clock. */
  readonly time: number
  readonly status: number | null
  readonly ad_account: string | null
  /** Who called: never told, only compared. */
  readonly caller: string
  /** The rate limit category that it counts against. */
  readonly category: string | null
  /** Whether something was created or changed, as far as the answer says. */
  readonly stored: boolean
  /** Seconds that a 429 told to wait; null on any other answer. */
  readonly wait: number | null
  /** Whether the client cannot know what was done: no answer, a failure of the server, or half an answer. */
  readonly lost: boolean
  readonly faults: readonly string[]
  /** Fields and parameters that no version of the API describes. */
  readonly ignored: readonly string[]
  /** What is deprecated of it, a sentence for each. */
  readonly deprecated: readonly string[]
  /** The scopes that the operation needs. */
  readonly needs: readonly string[]
  /** The scopes that the answer granted, where it was a token. */
  readonly grants: readonly string[]
}

const byId = new Map(operations.map((operation) => [operation.id, operation]))

/** The entry as a call. */
export function callOf(entry: JournalEntry): Call {
  const { id, operation, method, body, time, status, faults, headers } = entry
  const known = byId.get(operation ?? '')
  const [path, query] = [pathOf(entry), queryOf(entry)]
  return {
    id,
    operation,
    method,
    path,
    query,
    body,
    time,
    status,
    ad_account: adAccountIn(path, () => query),
    caller: String(headers.authorization ?? ''),
    category: known?.rate_category ?? null,
    stored: isStored(entry),
    wait: status === 429 ? waitOf(entry) : null,
    lost: entry.lost || status === null || (status >= 500 && status !== 501),
    faults,
    ignored: ignoredOf(entry),
    deprecated: deprecatedOf(entry),
    needs: known?.security.pinterest_oauth2 ?? [],
    grants: operation === 'oauth/token' && status === 200 ? grantsOf(entry) : [],
  }
}

function waitOf({ answerHeaders }: JournalEntry): number {
  const told = answerHeaders?.['retry-after'] ?? answerHeaders?.['x-ratelimit-reset']
  const seconds = Number(told)
  return Number.isFinite(seconds) ? seconds : 1
}

function grantsOf({ answer }: JournalEntry): readonly string[] {
  const scope: unknown = Reflect.get(Object(parsed(answer)), 'scope')
  return typeof scope === 'string' ? scope.split(/[ ,]+/).filter((one) => one !== '') : []
}
