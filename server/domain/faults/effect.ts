import type { ApiErrorName } from '../errors/api-errors.ts'
import { apiErrors } from '../errors/protocol-errors.ts'
import type { Latency } from './latency.ts'

/** The API's own errors that a fault can answer with, by effect name. */
export const apiErrorEffects = {
  rate_limited: 'request.rate-limit',
  server_error: 'server.failed',
  unavailable: 'server.unavailable',
  token_expired: 'request.token',
  scope_missing: 'request.scope',
  not_permitted: 'ad_account.access',
} as const satisfies Record<string, ApiErrorName>

/** One of `apiErrorEffects`. */
export type ApiErrorEffectName = keyof typeof apiErrorEffects

/** The option that every effect has. */
interface Delayed {
  /** How long the answer is delayed; an effect without an answer is itself delayed. */
  readonly latency?: Latency | undefined
}

/** Answers with an error of the API. Nothing is stored. */
export interface ApiErrorEffect extends Delayed {
  readonly type: ApiErrorEffectName
  readonly message?: string | undefined
  /** Seconds: sent as Retry-After, and as the reset of the rate limit for `rate_limited`. */
  readonly retry_after?: number | undefined
}

/** Answers with any status. Nothing is stored. */
export interface StatusEffect extends Delayed {
  readonly type: 'status'
  readonly status: number
  /** Text as it is, or JSON; the API's envelope when absent. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>> | undefined
}

/** Delays the answer. */
export interface LatencyEffect {
  readonly type: 'latency'
  readonly latency: Latency
}

/**
 * Answers nothing until the client gives up or `at_most` milliseconds pass; then closes the connection. Nothing is
 * stored.
 */
export interface HangEffect extends Delayed {
  readonly type: 'hang'
  readonly at_most: number
}

/** Resets or closes the connection before anything is stored, or closes it after that (`answer_lost`). */
export interface ConnectionEffect extends Delayed {
  readonly type: 'reset' | 'empty' | 'answer_lost'
}

/**
 * Sends the first bytes of the answer, half of them when absent, then closes the connection. The request takes effect.
 */
export interface TruncatedEffect extends Delayed {
  readonly type: 'truncated'
  readonly bytes?: number | undefined
}

/** Sends an answer whose body is invalid JSON: its last character is missing. The request takes effect. */
export interface MalformedEffect extends Delayed {
  readonly type: 'malformed'
}

/** Sends the answer in pieces over that many milliseconds. The request takes effect. */
export interface DribbleEffect extends Delayed {
  readonly type: 'dribble'
  readonly chunks: number
  readonly over: number
}

/** An item of a batch that is refused before it is checked. */
export interface RefusedItem {
  /** Its position in the batch, from 0. */
  readonly item: number
  readonly code: number
  readonly message: string
}

/** Refuses items of a batch. They are not stored; the others are. */
export interface ItemsEffect extends Delayed {
  readonly type: 'items'
  readonly items: readonly RefusedItem[]
}

/** The effect of a fault on a request. */
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

/** The default error of a refused item: the API's server error. */
export const itemFailure = { code: apiErrors['server.failed'].code, message: apiErrors['server.failed'].message }

/** Tells whether an effect is an error of the API. */
export const isApiError = (effect: Effect): effect is ApiErrorEffect => Object.hasOwn(apiErrorEffects, effect.type)

/** Tells whether an effect determines the answer: only one effect per request can. */
export const decides = ({ type }: Effect): boolean => type !== 'latency' && type !== 'items'
