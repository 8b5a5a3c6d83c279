import { closest } from 'fastest-levenshtein'
import type { z } from 'zod'
import type { SeedMistake } from './refused.ts'

const mostShown = 60

/** What is wrong with a value, field by field, with the nearest name or value that there is. */
export function mistakesOf(
  issues: readonly z.core.$ZodIssue[],
  whole: unknown,
  knownFields: (path: readonly PropertyKey[]) => readonly string[],
): readonly SeedMistake[] {
  return issues.flatMap((issue) => {
    const { path } = issue
    if (issue.code !== 'unrecognized_keys') return { path, reason: reasonOf(issue, valueAt(whole, path)) }
    return issue.keys.map((key) => ({ path: [...path, key], reason: unknownField(key, knownFields(path)) }))
  })
}

const unknownField = (name: string, known: readonly string[]): string =>
  `there is no such ${known.length > 0 ? `field. Did you mean ${closest(name, known)}?` : 'field'}`

function reasonOf(issue: z.core.$ZodIssue, value: unknown): string {
  if (value === undefined) return 'is required'
  const shown = shownOf(value)
  switch (issue.code) {
    case 'invalid_type': {
      const hint = issue.expected === 'string' && typeof value === 'number' ? ': put it in quotes' : ''
      return `${shown} is not of type ${issue.expected}${hint}`
    }
    case 'invalid_value': {
      const values = issue.values.map(String)
      const all = values.join(', ')
      const nearest = closest(String(value), values)
      return all.length > 2 * mostShown
        ? `${shown} is none of the values that there are. Did you mean ${nearest}?`
        : `${shown} is not one of ${all}. Did you mean ${nearest}?`
    }
    case 'invalid_format':
      return `${shown} does not match ${'pattern' in issue ? issue.pattern : issue.format}`
    default:
      return /^(is|must|has) /.test(issue.message) ? `${shown} ${issue.message}` : `${shown}: ${issue.message}`
  }
}

function shownOf(value: unknown): string {
  const text = JSON.stringify(value)
  return text.length > mostShown ? `${text.slice(0, mostShown)}…`.toWellFormed() : text
}

function valueAt(whole: unknown, path: readonly PropertyKey[]): unknown {
  let value = whole
  for (const key of path) value = value === null || typeof value !== 'object' ? undefined : Reflect.get(value, key)
  return value
}
