import type { FeatureSettings } from '#server/domain/ads/features.ts'
import type { Answer, Mock } from '../support/mock.ts'

/** One rule, shown by a call that it refuses and by the nearest one that passes. */
export interface RuleCase {
  readonly rule: string
  /** What tells this case from others of the same rule: `when a draft is published`. */
  readonly moment?: string
  /** Other rules that the refused call cannot help breaking. */
  readonly also?: readonly string[]
  /** Features of every ad account in the case's world. */
  readonly features?: FeatureSettings
  readonly refused: (mock: Mock) => Promise<Answer>
  readonly passes: (mock: Mock) => Promise<Answer>
}
