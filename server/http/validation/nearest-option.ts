import type { z } from 'zod'

type Issue = z.core.$ZodIssue
type Issues = readonly Issue[]

const zodMessage = /^(Invalid|Too) /

/**
 * Returns the issues of the option of a union that a value is nearest to, with their paths from the root: of those whose
 * type the value has, a list or an object, the one whose issues lie deepest, and of several the one that has the fewest.
 * Returns the issue itself where no option is nearer than the others, or the union has a message of its own.
 */
export function ofNearestOption(issue: Issue): Issues {
  if (issue.code !== 'invalid_union' || !zodMessage.test(issue.message)) return [issue]
  const options = issue.errors
    .filter((issues) => !issues.some(isOfType))
    .map((issues) => issues.flatMap((one) => ofNearestOption({ ...one, path: [...issue.path, ...one.path] })))
  const shared = sharedValue(options)
  if (shared !== undefined) return [shared]
  const [first, second] = options.toSorted(
    (one, other) => depthOf(other) - depthOf(one) || countOf(one) - countOf(other),
  )
  if (first === undefined) return [issue]
  const isNearer = second === undefined || depthOf(first) > depthOf(second) || countOf(first) < countOf(second)
  return isNearer ? first : [issue]
}

/** Returns the issue of a value by which options differ, such as a type, and which is that of none of them. */
function sharedValue([first, ...others]: readonly Issues[]): Issue | undefined {
  for (const issue of first ?? []) {
    if (issue.code !== 'invalid_value') continue
    const same = others.map((issues) => issues.find((one) => isSamePlace(one, issue)))
    const values = [issue, ...same].flatMap((one) => (one?.code === 'invalid_value' ? [one.values] : []))
    if (values.length === others.length + 1) return { ...issue, values: [...new Set(values.flat())] }
  }
  return undefined
}

const isSamePlace = (one: Issue, other: Issue): boolean =>
  one.code === 'invalid_value' && one.path.join('\n') === other.path.join('\n')

const depthOf = (issues: Issues): number => Math.min(...issues.map(({ path }) => path.length))

const countOf = (issues: Issues): number =>
  issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0)

/** Returns whether an issue is that the whole value has another type. */
const isOfType = (issue: Issue): boolean =>
  issue.path.length === 0 &&
  (issue.code === 'invalid_type' ||
    (issue.code === 'invalid_union' && issue.errors.every((issues) => issues.some(isOfType))))
