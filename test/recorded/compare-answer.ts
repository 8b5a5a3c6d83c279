import { type Recording, recordedDifferences } from '#scripts/openapi/recordings.ts'
import type { Answer } from '../support/mock.ts'
import { differences } from './compare.ts'
import table from './described-types.json' with { type: 'json' }
import { shapeOf } from './shape.ts'

/** For each recorded operation, what the description says of the types in its answer. */
export const describedTypes: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = table

/** Returns a line for each difference between an answer and the recording of its operation. */
export function differencesFromRecording(
  { operation, statuses, answer, limits }: Recording,
  actual: Answer,
): readonly string[] {
  const { status, headers, body } = actual
  const limit = headers['x-ratelimit-limit']
  return [
    ...(statuses.includes(status) ? [] : [`status: ${status}, recorded as ${statuses.join(' or ')}`]),
    ...(Object.keys(answer).length === 0
      ? unwanted(actual)
      : differences(answer, shapeOf(body), describedTypes[operation] ?? {})),
    ...(limits.length === 0 || limits.includes(String(limit))
      ? []
      : [`x-ratelimit-limit: ${limit}, recorded as ${limits.join(' or ')}`]),
  ]
}

/** Those of the differences that differences.json gives no reason for. */
export const unexplained = (operation: string, found: readonly string[]): readonly string[] =>
  found.filter((line) => !recordedDifferences.some((one) => one.operation === operation && one.difference === line))

/** A recording without any key path is of no body, which is `null` where a status lets there be one. */
function unwanted({ status, body }: Answer): readonly string[] {
  if (body === '' || (body === null && status !== 204)) return []
  return [`${shapeOf(body)['']?.join() ?? ''}: recorded as no body`]
}
