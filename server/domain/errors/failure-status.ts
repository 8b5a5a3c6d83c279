import type { Evidence } from '../rules/rule.ts'
import type { ApiErrorName } from './api-errors.ts'

interface Known {
  readonly evidence: Evidence
  readonly source: string
}

/** Problems whose answer says `"status":"failure"` beside its code and message: those of a failed authentication. */
export const failures: readonly (Known & { readonly problem: ApiErrorName })[] = [
  { problem: 'request.token', evidence: 'observed', source: 'GEN; LOG23 GET /boards' },
  { problem: 'request.client', evidence: 'assumed', source: 'a decision of this project: as request.token' },
]

/** Operations that do not say it. */
export const withoutFailure: readonly (Known & { readonly operation: string })[] = [
  { operation: 'events/create', evidence: 'observed', source: 'LOG23 POST /events?test=True' },
]

/** Whether the answer says so. */
export const saysFailure = (problem: string, operation: string | undefined): boolean =>
  failures.some((one) => one.problem === problem) && !withoutFailure.some((one) => one.operation === operation)
