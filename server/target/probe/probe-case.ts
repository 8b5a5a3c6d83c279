import type { FeatureSettings } from '#server/domain/ads/features.ts'

/** A value of JSON as a probe sends it. Its texts may have references, which `resolve` replaces. */
export type ProbeValue =
  | string
  | number
  | boolean
  | null
  | readonly ProbeValue[]
  | { readonly [name: string]: ProbeValue }

/** A call as data. Method, path and rate category are those of the operation; `ad_account_id` is filled in. */
export interface ProbeCall {
  readonly operation: string
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: ProbeValue
}

/** A call that makes something, which later calls refer to by this name: `{{campaign.id}}`. */
export interface ProbeStep extends ProbeCall {
  readonly as: string
}

/** What has to be there, and the call that is judged. */
export interface ProbeAct extends ProbeCall {
  /** Calls in order before it. What it changes or archives must be made here; anything else may be a fixture. */
  readonly setup?: readonly ProbeStep[]
}

/** One rule, shown by a call that it refuses and by the nearest one that passes, both as data. */
export interface ProbeCase {
  readonly rule: string
  /** Distinguishes this case from others of the same rule: `when a draft is published`. */
  readonly moment?: string
  /** Other rules that the refused call cannot help breaking. */
  readonly also?: readonly string[]
  /** Features of the ad account without which the rule refuses nothing. */
  readonly features?: FeatureSettings
  /** The kind of the Pin that the user names, where the calls refer to it; REGULAR when absent. */
  readonly pin?: 'CAROUSEL'
  /** Whether it makes dozens of entities, so that it is sent with `--thorough` alone. */
  readonly isLarge?: true
  readonly refused: ProbeAct
  readonly passes: ProbeAct
}
