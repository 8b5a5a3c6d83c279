import { type BodyMatch, bodyMatcher } from '../matching/body-match.ts'
import { pathPattern } from '../matching/path-pattern.ts'
import { itemsIn } from './batches.ts'
import type { Effect } from './effect.ts'

/** What a request must be for a fault to look at it; all of it, and any request when nothing is said. */
export interface FaultMatch extends BodyMatch {
  readonly operation?: string | undefined
  readonly method?: string | undefined
  /** With or without `/v5`; `*` is any text. */
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

/** Tells which calls a fault is for: those that match, and that its effect can be applied to. */
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

/** Whether a match looks into bodies, which costs as much as they are large. */
export const looksAtBody = ({ body_path, body_equals }: BodyMatch): boolean =>
  body_path !== undefined || body_equals !== undefined

/** Whether the call has what the effect is done to: an item that is to be refused must be there. */
export const applies = (effect: Effect, { isBatch, body }: Pick<Call, 'isBatch' | 'body'>): boolean =>
  effect.type !== 'items' || (isBatch && effect.items.some(({ item }) => item < itemsIn(body)))
