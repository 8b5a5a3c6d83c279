import { operations } from '#openapi/operations.ts'
import { adAccountIn, pathOf, queryOf } from '../domain/matching/request-url.ts'
import { parsedOrUndefined } from '../http/validation/request-warnings.ts'
import type { JournalEntry } from '../journal/entry.ts'
import { deprecatedOf, ignoredOf, isStored } from './request-view.ts'

/** A request in the form that detectors read. */
export interface Call {
  readonly id: string
  readonly operation: string | null
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly body: string | null
  /** Milliseconds of the world's clock when it arrived. */
  readonly time: number
  readonly status: number | null
  readonly ad_account: string | null
  /** The authorization header. It is compared only and never shown. */
  readonly caller: string
  /** The rate limit category that the call counts against. */
  readonly category: string | null
  /** Whether something was created or changed, as far as the response shows. */
  readonly stored: boolean
  /** Seconds that a 429 asks to wait; null for any other response. */
  readonly wait: number | null
  /** Whether the client cannot know the outcome: no response, a server error, or a truncated response. */
  readonly lost: boolean
  readonly faults: readonly string[]
  /** Undocumented fields and parameters. */
  readonly ignored: readonly string[]
  /** A sentence for each deprecated field, parameter and value. */
  readonly deprecated: readonly string[]
  /** The scopes that the operation requires. */
  readonly needs: readonly string[]
  /** The scopes that the response granted, where it was a token. */
  readonly grants: readonly string[]
}

const byId = new Map(operations.map((operation) => [operation.id, operation]))

/** Converts a journal entry to a call. */
export function callOf(entry: JournalEntry): Call {
  const { id, operation, method, body, time, status, faults, headers } = entry
  const documented = byId.get(operation ?? '')
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
    category: documented?.rate_category ?? null,
    stored: isStored(entry),
    wait: status === 429 ? waitOf(entry) : null,
    lost: entry.lost || status === null || (status >= 500 && status !== 501),
    faults,
    ignored: ignoredOf(entry),
    deprecated: deprecatedOf(entry),
    needs: documented?.security.pinterest_oauth2 ?? [],
    grants: operation === 'oauth/token' && status === 200 ? grantsOf(entry) : [],
  }
}

function waitOf({ answerHeaders }: JournalEntry): number {
  const header = answerHeaders?.['retry-after'] ?? answerHeaders?.['x-ratelimit-reset']
  const seconds = Number(header)
  return Number.isFinite(seconds) ? seconds : 1
}

function grantsOf({ answer }: JournalEntry): readonly string[] {
  const scope: unknown = Reflect.get(Object(parsedOrUndefined(answer)), 'scope')
  return typeof scope === 'string' ? scope.split(/[ ,]+/).filter((one) => one !== '') : []
}
