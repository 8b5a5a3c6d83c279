import type { Deprecation } from './errors/deprecations.ts'

/** What is known of an operation before it is loaded, beyond what the official description says. */
export interface OperationTraits {
  /**
   * How many items a call takes of which one can fail alone, `Infinity` where nothing bounds them; absent where a call
   * does one thing.
   *
   * @example 30
   */
  readonly maxItems?: number
  /**
   * What calls may still have, and should not.
   *
   * @example [{ field: 'keywords[].bid', note: 'no effect', evidence: 'documented', source: 'S523 KeywordsCommon' }]
   */
  readonly deprecations?: readonly Deprecation[]
  /**
   * Whether its route has a precondition, which refuses a call whatever its parameters and body are.
   *
   * @example true
   */
  readonly precondition?: true
}
