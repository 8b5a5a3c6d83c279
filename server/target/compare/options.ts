import type { AnswerDifference } from './answer-differences.ts'

/** How a recording is compared with a target. */
export interface CompareOptions {
  /** Whether writes are sent as well; otherwise reads alone. */
  readonly writes?: boolean | undefined
  /** What values of the recording are on the target: `{ '549755885262': '549761234567' }` for the ad account. */
  readonly map?: Readonly<Record<string, string>> | undefined
  readonly signal?: AbortSignal | undefined
  /** Called after each call. */
  readonly onProgress?: ((sent: number, all: number) => void) | undefined
}

/**
 * One way in which a target answers an operation otherwise, however many calls show it.
 *
 * @example
 * const textOf = ({ operation, message }: Difference) => `${operation}: ${message}`
 */
export interface Difference extends AnswerDifference {
  readonly operation: string
  /** It in words. */
  readonly message: string
  /** How many calls show it. */
  readonly count: number
  /** The ids of the first of them in the journal, or their positions in the archive. */
  readonly requests: readonly string[]
}

/**
 * What the comparison of a recording with a target came to.
 *
 * @example
 * const isSame = ({ differences }: Comparison) => differences.length === 0
 */
export interface Comparison {
  readonly target: string
  readonly calls: {
    readonly recorded: number
    readonly compared: number
    /** Those that the target answered otherwise. */
    readonly different: number
  }
  readonly differences: readonly Difference[]
  /** Failures that passed when the call was repeated: a limit, an error of 500 to 504, a connection that ended. */
  readonly retried: readonly { readonly operation: string; readonly reason: string; readonly count: number }[]
  readonly skipped: readonly { readonly reason: string; readonly count: number }[]
}
