import type {
  RequestMatch as Match,
  Request as RequestReply,
  UnmatchedRequest as Unmatched,
  Why as WhyReply,
} from './generated/control.ts'
import type { OperationId } from './generated/names.ts'

/**
 * Criteria that select requests of the journal: operation, method, path, status, rule, ad account, body. A request has to
 * meet all of them.
 *
 * @example
 * const refused: RequestMatch = { operation: 'campaigns/create', status: '4xx' }
 * console.log(await mock.requests.count(refused))
 */
export type RequestMatch = Match

/** Criteria, or the id of an operation alone. */
export type MatchOrOperation = RequestMatch | OperationId

/** Returns the criteria, by which an operation is one of them. */
export const matchOf = (match: MatchOrOperation): RequestMatch =>
  typeof match === 'string' ? { operation: match } : match

/**
 * A request of the journal with its response, without credentials. `time` is ISO 8601 by the world's clock, `received` by
 * the machine's.
 *
 * @example
 * const requests: readonly JournaledRequest[] = await mock.requests.find()
 * console.log(requests.map(({ method, url, status }) => `${method} ${url} ${status}`))
 */
export type JournaledRequest = RequestReply

/**
 * The explanation of a response: for each reason the rule, the field, the sent and the allowed value, the evidence and its
 * source.
 *
 * @example
 * const [request] = await mock.requests.find({ status: '4xx' })
 * const why: Why | undefined = request && (await mock.requests.why(request.id))
 * console.log(why?.reasons.map(({ field, passes }) => `${field}: ${passes}`))
 */
export type Why = WhyReply

/**
 * How often requests are expected; at least once when empty.
 *
 * @example
 * const twice: Times = { times: 2 }
 * await mock.fetch(`${mock.baseUrl}/ad_accounts`, { headers: { authorization: `Bearer ${mock.token}` } })
 * await mock.fetch(`${mock.baseUrl}/ad_accounts`, { headers: { authorization: `Bearer ${mock.token}` } })
 * await mock.requests.verify({ operation: 'ad_accounts/list' }, twice)
 */
export interface Times {
  /** The exact number. */
  readonly times?: number
  /** The smallest number; 1 when no other field is set. */
  readonly at_least?: number
  /** The greatest number. */
  readonly at_most?: number
  /** No request at all. */
  readonly never?: true
}

/**
 * The requests that were found by a verification: their number, and the latest 20 of them.
 *
 * @example
 * const { found, items }: Verified = await mock.requests.verify({ operation: 'ads/create' }, { never: true })
 * console.log(found, items)
 */
export interface Verified {
  readonly found: number
  /** How many more may match, of which the journal has no longer enough to tell; 0 as a rule. */
  readonly forgotten: number
  readonly items: readonly JournaledRequest[]
}

/**
 * A call that matched no operation, with the operations whose method or path is nearest.
 *
 * @example
 * const calls: readonly UnmatchedRequest[] = await mock.requests.unmatched()
 * console.log(calls.map(({ url, near_operations }) => `${url}: ${near_operations.length}`))
 */
export type UnmatchedRequest = Unmatched
