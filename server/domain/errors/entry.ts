import type { Evidence } from '../rules/rule.ts'

/** An error answer to a whole request that is not a business rule. */
export interface ApiErrorEntry {
  readonly status: number
  readonly code: number
  readonly message: string
  readonly evidence: Evidence
  readonly source: string
}
