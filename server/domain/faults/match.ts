import type { CallMatch } from '../matching/call-match.ts'
import { callMatcher } from '../matching/call-matcher.ts'
import type { CallView } from '../matching/call-view.ts'
import type { Effect } from './effect.ts'

/** A request as faults see it. */
export interface Call {
  readonly request: CallView
  /** Whether the operation does one thing for each of many items, so that one can fail alone. */
  readonly isBatch: boolean
  /** The number of items in the body. */
  readonly itemCount: number
}

/** Creates the predicate of a fault: calls that match, and that its effect can apply to. */
export function matcherOf(match: CallMatch, effect: Effect): (call: Call) => boolean {
  const matches = callMatcher(match)
  return (call) => matches(call.request) && applies(effect, call)
}

/** Tells whether an effect can apply to a call: a batch must have one of the items to refuse. */
export const applies = (effect: Effect, { isBatch, itemCount }: Pick<Call, 'isBatch' | 'itemCount'>): boolean =>
  effect.type !== 'items' || (isBatch && effect.items.some(({ item }) => item < itemCount))
