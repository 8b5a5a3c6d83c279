import type { z } from 'zod'
import type { ViolatedPart } from '#server/domain/rules/rule.ts'
import { placeOf, pythonText, valueAt } from './messages.ts'

/** Properties that an object has and that its schema, which is closed, does not let in. */
export interface UnexpectedKeys {
  /** Where the object is. */
  readonly path: readonly PropertyKey[]
  readonly keys: readonly string[]
}

/**
 * The first object that has more than its closed schema (`z.strictObject`) lets in, at any depth; undefined where that
 * is not what is wrong. Of several schemas of which one must fit, the one counts that nothing else is wrong with.
 */
export function unexpectedIn(issues: readonly z.core.$ZodIssue[]): UnexpectedKeys | undefined {
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') return { path: issue.path, keys: issue.keys }
    if (issue.code !== 'invalid_union') continue
    const meant = issue.errors.find((option) => option.length > 0 && option.every(isUnexpected))
    const found = meant && unexpectedIn(meant)
    if (found) return { path: [...issue.path, ...found.path], keys: found.keys }
  }
  return undefined
}

const isUnexpected = (issue: z.core.$ZodIssue): boolean =>
  issue.code === 'unrecognized_keys' || (issue.code === 'invalid_union' && unexpectedIn([issue]) !== undefined)

/** What the real service says of them, literally: observed. */
export function unexpectedMessage({ keys }: UnexpectedKeys): string {
  const names = keys.slice(0, 30).map((key) => pythonText(key, 100))
  const more = keys.length > names.length ? ', …' : ''
  return `Invalid request: Additional properties are not allowed (${names.join(', ')}${more} ${keys.length > 1 ? 'were' : 'was'} unexpected)`
}

/** The same, property by property, for who asks why. */
export const unexpectedParts = ({ path, keys }: UnexpectedKeys, body: unknown): readonly ViolatedPart[] =>
  keys.slice(0, 30).map((key) => ({
    in: 'body',
    field: placeOf([...path, key]),
    sent: valueAt(body, [...path, key]),
    allowed: 'nothing: the object is closed, and takes no property of this name',
  }))
