import type { Evidence } from '../rules/rule.ts'

/** An answer that refuses a whole request for a reason that is no business rule. */
export interface ApiErrorEntry {
  readonly status: number
  readonly code: number
  readonly message: string
  readonly evidence: Evidence
  readonly source: string
}
