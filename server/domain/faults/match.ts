import { valuesAt } from '../json-path.ts'
import { wildcard } from '../wildcard.ts'
import { batchOperations, itemsIn } from './batches.ts'
import type { Effect } from './effect.ts'

/** What a request must be for a fault to look at it; all of it, and any request when nothing is said. */
export interface FaultMatch {
  readonly operation?: string | undefined
  readonly method?: string | undefined
  /** With or without `/v5`; `*` is any text. */
  readonly path?: string | undefined
  /** The ad account in the path. */
  readonly ad_account?: string | undefined
  /** A path into the JSON of the body that must lead somewhere. */
  readonly body_path?: string | undefined
  /** What `body_path`, or the whole body, must be; of several values one suffices. */
  readonly body_equals?: unknown
}

/** A request as faults see it. */
export interface Call {
  readonly operation: string
  readonly method: string
  /** Below `/v5`, without the query. */
  readonly path: string
  readonly adAccount: string | undefined
  readonly body: unknown
}

/** A pattern with `*` for any text, as a path below `/v5`. */
export const belowVersion = (pattern: string): string => pattern.replace(/^\/v5(?=\/|$)/, '')

/** Tells which calls a fault is for: those that match, and that its effect can be applied to. */
export function matcherOf(match: FaultMatch, effect: Effect): (call: Call) => boolean {
  const path = match.path === undefined ? undefined : wildcard(belowVersion(match.path))
  const looksAtBody = match.body_path !== undefined || match.body_equals !== undefined
  return (call) =>
    (match.operation === undefined || match.operation === call.operation) &&
    (match.method === undefined || match.method === call.method) &&
    (path === undefined || path(call.path)) &&
    (match.ad_account === undefined || match.ad_account === call.adAccount) &&
    (!looksAtBody || bodyMatches(match, call.body)) &&
    applies(effect, call)
}

/** Whether the call has what the effect is done to: an item that is to be refused must be there. */
export const applies = (effect: Effect, { operation, body }: Pick<Call, 'operation' | 'body'>): boolean =>
  effect.type !== 'items' || (batchOperations.has(operation) && effect.items.some(({ item }) => item < itemsIn(body)))

function bodyMatches({ body_path, body_equals }: FaultMatch, body: unknown): boolean {
  const found = body_path === undefined ? [body] : valuesAt(body, body_path)
  return body_equals === undefined ? found.length > 0 : found.some((value) => isSame(value, body_equals))
}

function isSame(one: unknown, other: unknown): boolean {
  if (one === null || other === null || typeof one !== 'object' || typeof other !== 'object') return one === other
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const names = Object.keys(one)
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && isSame(Reflect.get(one, name), Reflect.get(other, name)))
  )
}
