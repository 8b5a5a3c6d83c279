import type { Evidence } from '../rules/rule.ts'

/** An error answer to a whole request that is not a business rule. */
export interface ApiErrorEntry {
  readonly status: number
  readonly code: number
  readonly message: string
  readonly evidence: Evidence
  readonly source: string
  /** What passes in place of what it refuses, where neither its message nor its name says it. */
  readonly passes?: string
}

/** Such an answer with its name, which stands in `x-mock-rules` as a rule's id does. */
export interface NamedApiError extends ApiErrorEntry {
  readonly name: string
}

/** Returns the entries, each with its name. */
export function namedErrors<Name extends string>(
  entries: Readonly<Record<Name, ApiErrorEntry>>,
): Readonly<Record<Name, NamedApiError>> {
  const named = Object.entries<ApiErrorEntry>(entries).map(([name, entry]) => [name, { name, ...entry }])
  return Object.fromEntries(named)
}
