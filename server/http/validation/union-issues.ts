import type { z } from 'zod'

type Issue = z.core.$ZodIssue

/** Returns whether a message is zod's own, and not one that a schema brings. */
export const isZodMessage = (message: string): boolean => /^(Invalid|Too) /.test(message)

/**
 * Returns the issues of the nearest option of a union, of those whose type the value has, a list or an object; the issue
 * itself where there is none, or where the union has a message of its own. The nearest option is the one whose constants
 * the value has, such as its `operation`, and then the one with the fewest issues.
 */
export function issuesOfNearestOption(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union' || !isZodMessage(issue.message)) return [issue]
  const options = issue.errors.filter((issues) => !issues.some(isOfType))
  const [nearest] = options.toSorted(
    (one, other) => wrongConstants(one) - wrongConstants(other) || mistakeCount(one) - mistakeCount(other),
  )
  if (nearest === undefined) return [issue]
  return nearest
    .map((one) => withValuesOfAll(one, options))
    .flatMap((one) => issuesOfNearestOption({ ...one, path: [...issue.path, ...one.path] }))
}

/** Returns the types that the options of a union have; none where an option refuses the value for another reason. */
export function typesOf(issue: Issue): readonly string[] {
  if (issue.code === 'invalid_type') return [issue.expected]
  if (issue.code !== 'invalid_union') return []
  const types = issue.errors.map((issues) => issues.filter(isOfType).flatMap(typesOf))
  return types.some((ofOption) => ofOption.length === 0) ? [] : [...new Set(types.flat())]
}

/** Returns whether an issue is that the whole value has another type. */
const isOfType = (issue: Issue): boolean =>
  issue.path.length === 0 &&
  (issue.code === 'invalid_type' ||
    (issue.code === 'invalid_union' && issue.errors.every((issues) => issues.some(isOfType))))

const wrongConstants = (issues: readonly Issue[]): number =>
  issues.filter(({ code, path }) => code === 'invalid_value' && path.length === 1).length

const mistakeCount = (issues: readonly Issue[]): number =>
  issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0)

/** Returns the issue with the values that any of the options allows, where each of them refuses the one that was sent. */
function withValuesOfAll(issue: Issue, options: readonly (readonly Issue[])[]): Issue {
  if (issue.code !== 'invalid_value') return issue
  const place = String(issue.path)
  const values = new Set<(typeof issue.values)[number]>()
  for (const option of options) {
    const same = option.find((one) => one.code === 'invalid_value' && String(one.path) === place)
    if (same?.code !== 'invalid_value') return issue
    for (const value of same.values) values.add(value)
  }
  return { ...issue, values: [...values] }
}
