import type { RehearsedCall } from '#server/domain/api-version/divergence.ts'
import type { LazyRequestFacts } from '../request-facts.ts'

/** A request in the form that detectors read. */
export interface Call {
  readonly id: string
  readonly operation: string | null
  readonly method: string
  /** The path and query as sent. */
  readonly url: string
  readonly path: string
  readonly query: URLSearchParams
  readonly body: string | null
  /** The number of characters of the body, of which `body` may be the beginning. */
  readonly bodyLength: number
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
  /** Whether no implemented operation has its path and method. */
  readonly unmatched: boolean
  readonly faults: readonly string[]
  /** How another version would answer it; null where it was not compared with one. */
  readonly rehearsal: RehearsedCall | null
  /** What has to be parsed for the next two; null where it is done. */
  readonly unread: LazyRequestFacts | null
  /** Undocumented fields and parameters. */
  readonly ignored: readonly string[]
  /** A sentence for each deprecated field, parameter and value. */
  readonly deprecated: readonly string[]
  /** A sentence for each list of the query in another form than the documented one. */
  readonly forms: readonly string[]
  /** The scopes that the operation requires. */
  readonly needs: readonly string[]
  /** The scopes that the response granted, where it was a token. */
  readonly grants: readonly string[]
}
