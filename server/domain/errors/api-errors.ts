import type { ViolatedPart } from '../rules/rule.ts'
import type { NamedApiError } from './entry.ts'
import { apiErrors } from './protocol-errors.ts'

export type { ApiErrorEntry, NamedApiError } from './entry.ts'

/** The name of a problem, which stands in `x-mock-rules` as a rule's id does. */
export type ApiErrorName = keyof typeof apiErrors

/** What a problem says beyond its entry. */
export interface ApiErrorDetails {
  /** Completes the message, after a colon. */
  readonly detail?: string
  /** Stands in place of the message, where the real service words it by case. */
  readonly message?: string
  /** The id of the user who calls, for messages that name it. */
  readonly callerId?: string
  readonly headers?: Readonly<Record<string, string>>
  /** The fields that were refused, for who asks why. */
  readonly parts?: readonly ViolatedPart[]
  /** Why the request was refused. */
  readonly explanation?: string
  /** What would have passed, for `why`, where it depends on the request. */
  readonly passes?: string
}

/** Thrown anywhere to answer with that problem: one of those above by its name, or one of a resource as it has it. */
export class ApiError extends Error {
  readonly problem: string
  readonly status: number
  readonly code: number
  readonly headers: Readonly<Record<string, string>>
  readonly parts: readonly ViolatedPart[] | undefined
  readonly explanation: string | undefined
  readonly passes: string | undefined

  constructor(
    error: ApiErrorName | NamedApiError,
    { detail, message, callerId, headers = {}, parts, explanation, passes }: ApiErrorDetails = {},
  ) {
    const entry = typeof error === 'string' ? apiErrors[error] : error
    const wording = message ?? entry.message
    const standing = callerId === undefined ? wording : wording.replace('{caller_id}', callerId)
    // An answer, not a fault: nobody reads where it was thrown, and to note that takes a tenth of a refused call.
    const { stackTraceLimit } = Error
    Error.stackTraceLimit = 0
    super(cut(detail === undefined ? standing : `${standing}: ${detail}`))
    Error.stackTraceLimit = stackTraceLimit
    this.problem = typeof error === 'string' ? error : error.name
    this.status = entry.status
    this.code = entry.code
    this.headers = headers
    this.parts = parts
    this.explanation = explanation
    this.passes = passes
  }
}

/** Letters of a message: what was sent may be quoted in it, and is as long as it is. */
const longest = 10_000

const cut = (message: string): string => (message.length <= longest ? message : `${message.slice(0, longest)}…`)
