import type { ApiErrorName } from '../errors/api-errors.ts'
import type { LimitSetting } from '../rate-limit/rate-limits.ts'
import type { Evidence } from '../rules/rule.ts'

/** What a profile asks of an operation: facts of the contract. */
interface ProfiledOperation {
  readonly id: string
  /** Whether Pinterest's own sandbox offers it. */
  readonly sandbox: boolean
}

/** A place that clients run in before or after another: what differs there, as data. */
export interface Profile {
  readonly meaning: string
  /** The rate limits where neither the world nor the server sets any. */
  readonly limits?: LimitSetting
  /** Whether ads deliver. */
  readonly delivers: boolean
  /** Returns the error that refuses an operation; undefined where it is answered. */
  readonly refusalOf: (operation: ProfiledOperation) => ApiErrorName | undefined
  readonly evidence: Evidence
  readonly source: string
}

const refusing =
  (id: string, error: ApiErrorName): Profile['refusalOf'] =>
  (operation) =>
    operation.id === id ? error : undefined

/** Every profile by name. `off` is none of them: all that is implemented is answered, without limits. */
export const profiles = {
  sandbox: {
    meaning: "Pinterest's sandbox: the operations that it offers and no others; nothing is delivered.",
    delivers: false,
    refusalOf: ({ sandbox }) => (sandbox ? undefined : 'request.sandbox-operation'),
    evidence: 'documented',
    source: 'S523, S528: x-sandbox; SBX',
  },
  trial: {
    meaning: 'An app that has trial access, in production: the limits of that tier, and no creation of Pins.',
    limits: 'trial',
    delivers: true,
    refusalOf: refusing('pins/create', 'request.trial-app'),
    evidence: 'observed',
    source: 'RL; POSTIZ #1084',
  },
  production: {
    meaning: 'An app that has standard access, in production: the limits of that tier, and no emptying of accounts.',
    limits: 'standard',
    delivers: true,
    refusalOf: refusing('sandbox/delete', 'request.production'),
    evidence: 'documented',
    source: 'RL; S523 sandbox/delete',
  },
} as const satisfies Readonly<Record<string, Profile>>

/** The names that a setting may have. */
export const profileNames = ['off', 'sandbox', 'trial', 'production'] as const
/** One of `profileNames`. */
export type ProfileName = (typeof profileNames)[number]

/** Returns the profile of a name; undefined for `off`. */
export const profileOf = (name: ProfileName): Profile | undefined => (name === 'off' ? undefined : profiles[name])
