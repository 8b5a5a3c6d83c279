import type { ApiErrorName } from '../domain/errors/api-errors.ts'
import type { JournalEntry } from './entry.ts'

/** Returns whether a request has been answered, or never will be. Only these are counted. */
export const isSettled = ({ status, faults, lost }: JournalEntry): boolean =>
  status !== null || lost || faults.length > 0

const unmatched = new Set<string>([
  'request.path',
  'request.method',
  'request.not-built',
  'request.sandbox-operation',
  'request.world',
  'request.unknown-world',
] satisfies ApiErrorName[])

/** Returns whether no implemented operation has the request's path and method, or its world may not be used. */
export const isUnmatched = ({ rules }: Pick<JournalEntry, 'rules'>): boolean =>
  rules.length > 0 && rules.some((rule) => unmatched.has(rule))

/**
 * Returns whether something was created or changed: a success that did not refuse every item, and not of a stub, a
 * description or a recording.
 */
export function isStored({ method, status, refusedItems, items, stub, fallback }: JournalEntry): boolean {
  if (
    stub !== null ||
    fallback !== null ||
    method === 'GET' ||
    method === 'HEAD' ||
    status === null ||
    status < 200 ||
    status > 299
  )
    return false
  return refusedItems === 0 || refusedItems < items
}

/** Returns the undocumented fields and parameters of a request; none for a call that was refused before validation. */
export const ignoredOf = ({ findings }: JournalEntry): readonly string[] => findings?.facts.ignored ?? []

/** Returns a sentence for each list of a query that is in another form than the documented one. */
export const formsOf = ({ findings }: JournalEntry): readonly string[] => findings?.facts.forms ?? []

/** Returns a sentence for each deprecated part of a request. */
export const deprecatedOf = ({ findings }: JournalEntry): readonly string[] => findings?.facts.deprecated ?? []

/** Returns the warnings of the operation's schema and of the operation itself. */
export function warningsOf({ findings, warnings }: JournalEntry): readonly string[] {
  const found = findings?.facts.warnings ?? []
  return warnings.length === 0 || found.length === 0 ? [...found, ...warnings] : [...new Set([...found, ...warnings])]
}
