import type { Evidence } from '../rules/rule.ts'
import type { ApiErrorName } from './api-errors.ts'

interface Sourced {
  readonly evidence: Evidence
  readonly source: string
}

/** Errors whose answer has `"status":"failure"` beside code and message: those of a failed authentication. */
export const failures: readonly (Sourced & { readonly problem: ApiErrorName })[] = [
  { problem: 'request.token', evidence: 'observed', source: 'GEN; LOG23 GET /boards' },
  { problem: 'request.client', evidence: 'assumed', source: 'a decision of this project: as request.token' },
]

/** Operations whose answers never have it. */
export const withoutFailure: readonly (Sourced & { readonly operation: string })[] = [
  { operation: 'events/create', evidence: 'observed', source: 'LOG23 POST /events?test=True' },
]

/** Tells whether the answer to an operation has it. */
export const saysFailure = (problem: string, operation: string | undefined): boolean =>
  failures.some((one) => one.problem === problem) && !withoutFailure.some((one) => one.operation === operation)
