import { type ApiErrorName, apiErrors } from '../errors/api-errors.ts'
import type { Latency } from './latency.ts'

/** The API's own errors that a fault can answer with, by the names of their problems. */
export const apiErrorEffects = {
  rate_limited: 'request.rate-limit',
  server_error: 'server.failed',
  unavailable: 'server.unavailable',
  token_expired: 'request.token',
  scope_missing: 'request.scope',
  not_permitted: 'ad_account.access',
} as const satisfies Record<string, ApiErrorName>

/** One of them. */
export type ApiErrorEffectName = keyof typeof apiErrorEffects

/** What every effect may have beside its own. */
interface Delayed {
  /** The answer is kept back so long; an effect without an answer waits so long before it happens. */
  readonly latency?: Latency | undefined
}

/** An error of the API instead of the answer. Nothing is stored. */
export interface ApiErrorEffect extends Delayed {
  readonly type: ApiErrorEffectName
  readonly message?: string | undefined
  /** Seconds: sent as Retry-After, and as the reset of the rate limit where that is what refuses. */
  readonly retry_after?: number | undefined
}

/** Any status instead of the answer. Nothing is stored. */
export interface StatusEffect extends Delayed {
  readonly type: 'status'
  readonly status: number
  /** Text as it is, or JSON; the API's envelope when absent. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>> | undefined
}

/** The answer, late. */
export interface LatencyEffect {
  readonly type: 'latency'
  readonly latency: Latency
}

/** No answer until the client gives up, or so many milliseconds; then the connection is closed. Nothing is stored. */
export interface HangEffect extends Delayed {
  readonly type: 'hang'
  readonly at_most: number
}

/** No answer: the connection is reset, or closed without a byte, before anything is stored; or lost after that. */
export interface ConnectionEffect extends Delayed {
  readonly type: 'reset' | 'empty' | 'answer_lost'
}

/** The answer's first bytes, half of it when absent, then the connection is closed. What was asked is done. */
export interface TruncatedEffect extends Delayed {
  readonly type: 'truncated'
  readonly bytes?: number | undefined
}

/** A whole answer whose body is no JSON: its last character is missing. What was asked is done. */
export interface MalformedEffect extends Delayed {
  readonly type: 'malformed'
}

/** The answer in pieces, so many milliseconds from the first to the last. What was asked is done. */
export interface DribbleEffect extends Delayed {
  readonly type: 'dribble'
  readonly chunks: number
  readonly over: number
}

/** One item of a batch that is refused before anything looks at it. */
export interface RefusedItem {
  /** Its place in the batch, from 0. */
  readonly item: number
  readonly code: number
  readonly message: string
}

/** Items of a batch that fail. They are not stored; the others are. */
export interface ItemsEffect extends Delayed {
  readonly type: 'items'
  readonly items: readonly RefusedItem[]
}

/** What a fault does to a request. */
export type Effect =
  | ApiErrorEffect
  | StatusEffect
  | LatencyEffect
  | HangEffect
  | ConnectionEffect
  | TruncatedEffect
  | MalformedEffect
  | DribbleEffect
  | ItemsEffect

/** What a refused item says unless it is told otherwise: what the API says when it fails. */
export const itemFailure = { code: apiErrors['server.failed'].code, message: apiErrors['server.failed'].message }

/** Whether an effect is an error of the API. */
export const isApiError = (effect: Effect): effect is ApiErrorEffect => Object.hasOwn(apiErrorEffects, effect.type)

/** Whether an effect decides what becomes of the answer: of several, one alone can. */
export const decides = ({ type }: Effect): boolean => type !== 'latency' && type !== 'items'
