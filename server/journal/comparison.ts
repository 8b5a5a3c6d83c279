/** What is known of a call that another server gets as well. */
export const comparisonStates = ['pending', 'same', 'differs', 'failed', 'dropped'] as const

/** One way in which another server answered a call otherwise. */
export interface FoundDifference {
  /** Its kind: `status`, `code`, `message`, `field-missing`, `field-added`, `type` or `header`. */
  readonly kind: string
  /** The key path of a field or the name of a header; empty for the answer itself. */
  readonly at: string
  /** What this server answered; null for nothing. */
  readonly mock: string | null
  /** What the other server answered; null for nothing. */
  readonly target: string | null
}

/** How another server answered a call. */
export interface Comparison {
  readonly state: (typeof comparisonStates)[number]
  /** The status of its answer; null without one. */
  readonly status: number | null
  readonly differences: readonly FoundDifference[]
  /** Why there is no answer to compare; null where there is one, or one is still expected. */
  readonly reason: string | null
}

/** A call of which the answer is still expected. */
export const pending: Comparison = { state: 'pending', status: null, differences: [], reason: null }

/** Returns whether another server answered a call otherwise. */
export const isDifferent = (comparison: Comparison | null): boolean => comparison?.state === 'differs'
