import { type BodyMatch, bodyMatcher } from '../matching/body-match.ts'
import { pathPattern } from '../matching/path-pattern.ts'
import { itemsIn } from './batches.ts'
import type { Effect } from './effect.ts'

/** The conditions under which a fault matches a request: all that are present must hold. */
export interface FaultMatch extends BodyMatch {
  readonly operation?: string | undefined
  readonly method?: string | undefined
  /** With or without `/v5`; `*` matches any text. */
  readonly path?: string | undefined
  /** The ad account in the path. */
  readonly ad_account?: string | undefined
}

/** A request as faults see it. */
export interface Call {
  readonly operation: string
  /** Whether the operation does one thing for each of many items, so that one can fail alone. */
  readonly isBatch: boolean
  readonly method: string
  /** Below `/v5`, without the query. */
  readonly path: string
  readonly adAccount: string | undefined
  readonly body: unknown
}

/** Creates the predicate of a fault: calls that match, and that its effect can apply to. */
export function matcherOf(match: FaultMatch, effect: Effect): (call: Call) => boolean {
  const fits = match.path === undefined ? undefined : pathPattern(match.path)
  const hasBody = looksAtBody(match) ? bodyMatcher(match) : undefined
  return (call) =>
    (match.operation === undefined || match.operation === call.operation) &&
    (match.method === undefined || match.method === call.method) &&
    (fits === undefined || fits(call.path)) &&
    (match.ad_account === undefined || match.ad_account === call.adAccount) &&
    (hasBody === undefined || hasBody(call.body)) &&
    applies(effect, call)
}

/** Tells whether a match reads bodies, which costs time in proportion to their size. */
export const looksAtBody = ({ body_path, body_equals }: BodyMatch): boolean =>
  body_path !== undefined || body_equals !== undefined

/** Tells whether an effect can apply to a call: a batch must have one of the items to refuse. */
export const applies = (effect: Effect, { isBatch, body }: Pick<Call, 'isBatch' | 'body'>): boolean =>
  effect.type !== 'items' || (isBatch && effect.items.some(({ item }) => item < itemsIn(body)))
