import type { z } from 'zod'
import type { ViolatedPart } from '#server/domain/rules/rule.ts'
import { placeOf, valueAt } from './issue-path.ts'
import { pythonText } from './messages.ts'

/** Properties of an object that its closed schema does not allow. */
export interface UnexpectedKeys {
  /** The path of the object. */
  readonly path: readonly PropertyKey[]
  readonly keys: readonly string[]
}

/**
 * Returns the first object with properties that its closed schema (`z.strictObject`) does not allow, at any depth;
 * undefined where that is not the problem. Of a union, the option counts that has no other issue.
 */
export function unexpectedIn(issues: readonly z.core.$ZodIssue[]): UnexpectedKeys | undefined {
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') return { path: issue.path, keys: issue.keys }
    if (issue.code !== 'invalid_union') continue
    const option = issue.errors.find((issues) => issues.length > 0 && issues.every(isUnexpected))
    const found = option && unexpectedIn(option)
    if (found) return { path: [...issue.path, ...found.path], keys: found.keys }
  }
  return undefined
}

const isUnexpected = (issue: z.core.$ZodIssue): boolean =>
  issue.code === 'unrecognized_keys' || (issue.code === 'invalid_union' && unexpectedIn([issue]) !== undefined)

/** Returns the real service's message for them, literally (observed). */
export function unexpectedMessage({ keys }: UnexpectedKeys): string {
  const names = keys.slice(0, 30).map((key) => pythonText(key, 100))
  const more = keys.length > names.length ? ', …' : ''
  return `Invalid request: Additional properties are not allowed (${names.join(', ')}${more} ${keys.length > 1 ? 'were' : 'was'} unexpected)`
}

/** Returns the same property by property, for `why`. */
export const unexpectedParts = ({ path, keys }: UnexpectedKeys, body: unknown): readonly ViolatedPart[] =>
  keys.slice(0, 30).map((key) => ({
    in: 'body',
    field: placeOf([...path, key]),
    sent: valueAt(body, [...path, key]),
    allowed: 'nothing: the object is closed, and takes no property of this name',
  }))
