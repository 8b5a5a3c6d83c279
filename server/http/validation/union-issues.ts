import type { z } from 'zod'
import { placeOf, valueAt } from './issue-path.ts'

type Issue = z.core.$ZodIssue
type Issues = readonly Issue[]

/** Returns whether a message is zod's own, and not one that a schema brings. */
export const isZodMessage = (message: string): boolean => /^(Invalid|Too) /.test(message)

/**
 * Returns the issues of the option of a union that a value is nearest to, with their paths from the root: of those whose
 * type the value has, a list or an object, the one whose issues lie deepest; of several the one whose constants it has,
 * such as its `operation`, and then the one that has the fewest. Where several are as near and each lacks properties, it
 * is one issue that names them. Returns the issue itself where the value has no option's type, or the union has a message
 * of its own.
 *
 * @param root The value that was checked.
 */
export function issuesOfNearestOption(issue: Issue, root: unknown): Issues {
  if (issue.code !== 'invalid_union' || !isZodMessage(issue.message)) return [issue]
  if ('options' in issue && issue.options !== undefined)
    return [{ ...issue, code: 'invalid_value', values: issue.options }]
  const options = issue.errors
    .filter((issues) => !issues.some(isOfType))
    .map((issues) =>
      issues.flatMap((one) => issuesOfNearestOption({ ...one, path: [...issue.path, ...one.path] }, root)),
    )
  const shared = sharedValue(options)
  if (shared !== undefined) return [shared]
  const compare = (one: Issues, other: Issues): number =>
    depthOf(other) - depthOf(one) ||
    wrongConstants(one, issue, root) - wrongConstants(other, issue, root) ||
    mistakeCount(one) - mistakeCount(other)
  const sorted = options.toSorted(compare)
  const [nearest] = sorted
  if (nearest === undefined) return [issue]
  const message = needsOf(
    sorted.filter((option) => compare(nearest, option) === 0),
    issue,
    root,
  )
  return message === undefined ? nearest : [{ ...issue, message }]
}

/** Says which properties each of several options needs; undefined of one option, or where one lacks none. */
function needsOf(options: readonly Issues[], { path: { length } }: Issue, root: unknown): string | undefined {
  const missing = options.map((issues) =>
    issues
      .filter(({ path }) => path.length > length && valueAt(root, path) === undefined)
      .map(({ path }) => placeOf(path.slice(length))),
  )
  if (options.length === 1 || missing.some((ofOption) => ofOption.length === 0)) return undefined
  const needed = [...new Set(missing.map(listText))]
  return `needs ${needed.length > 1 ? 'one of: ' : ''}${needed.join('; ')}`
}

const listText = (names: readonly string[]): string =>
  names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

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

const wrongConstants = (issues: Issues, { path: { length } }: Issue, root: unknown): number =>
  issues.filter(
    ({ code, path }) => code === 'invalid_value' && path.length === length + 1 && valueAt(root, path) !== undefined,
  ).length

const depthOf = (issues: Issues): number => Math.min(...issues.map(({ path }) => path.length))

const mistakeCount = (issues: Issues): number =>
  issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0)

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
