import type { z } from 'zod'
import { truncated } from '../domain/truncate.ts'
import { editDistance, nearest } from '../http/nearest.ts'
import { valueAt } from '../http/validation/issue-path.ts'
import { patternOf, typeNamesOf } from '../http/validation/messages.ts'
import { issuesOfNearestOption, isZodMessage } from '../http/validation/union-issues.ts'
import { SeedMistakes } from './errors.ts'

const maxShown = 60
const maxNames = 12

/** Converts zod issues to mistakes, each with the nearest valid name or value. */
export function mistakesOf(
  issues: readonly z.core.$ZodIssue[],
  root: unknown,
  fieldsAt: (path: readonly PropertyKey[]) => readonly string[],
): SeedMistakes {
  const mistakes = new SeedMistakes()
  for (const issue of issues.flatMap((issue) => issuesOfNearestOption(issue, root))) {
    const { path } = issue
    if (issue.code !== 'unrecognized_keys') {
      mistakes.add(() => ({ path, reason: messageFor(issue, valueAt(root, path)) }))
      continue
    }
    const fields = fieldsAt(path)
    for (const key of issue.keys) mistakes.add(() => ({ path: [...path, key], reason: unknownField(key, fields) }))
  }
  return mistakes
}

/** Suggests the nearest name where it is close, and otherwise lists the valid names where they are few. */
function unknownField(name: string, fields: readonly string[]): string {
  if (fields.length === 0) return 'there is no such field'
  const suggestion = nearest(name, fields)
  if (fields.length > maxNames || editDistance(name, suggestion) * 2 <= name.length) {
    return `there is no such field. Did you mean ${suggestion}?`
  }
  return `there is no such field, but ${fields.join(', ')}`
}

/** Issues for which a schema may bring its own message, which replaces the one about type, bound or pattern. */
const customizable: ReadonlySet<string | undefined> = new Set([
  'invalid_type',
  'too_small',
  'too_big',
  'invalid_format',
])

function messageFor(issue: z.core.$ZodIssue, value: unknown): string {
  if (value === undefined) return 'is required'
  const shown = shownOf(value)
  if (customizable.has(issue.code) && !isZodMessage(issue.message)) return `${shown} ${issue.message}`
  const types = typeNamesOf(issue)
  if (issue.code === 'invalid_union' && types !== '') return `${shown} is not of type ${types}`
  switch (issue.code) {
    case 'invalid_type': {
      const hint = issue.expected === 'string' && typeof value === 'number' ? ': put it in quotes' : ''
      return `${shown} is not of type ${issue.expected === 'int' ? 'integer' : issue.expected}${hint}`
    }
    case 'invalid_value': {
      const values = issue.values.map(String)
      const all = values.join(', ')
      const suggestion = nearest(value, values)
      return all.length > 4 * maxShown
        ? `${shown} is none of the values that there are. Did you mean ${suggestion}?`
        : `${shown} is not one of ${all}. Did you mean ${suggestion}?`
    }
    case 'invalid_key': {
      const [wrong] = issue.issues
      const name = issue.path.at(-1)
      return wrong === undefined ? `${shownOf(name)} is no such name` : messageFor(wrong, name)
    }
    case 'too_small':
      return `${shown} is too ${wordFor(issue.origin, 'short', 'small')}: ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`
    case 'too_big':
      return `${shown} is too ${wordFor(issue.origin, 'long', 'great')}: ${issue.inclusive ? 'at most' : 'less than'} ${issue.maximum}`
    case 'invalid_format':
      return `${shown} does not match ${'pattern' in issue ? patternOf(issue.pattern) : issue.format}`
    default:
      return /^(is|must|has|needs|says) /.test(issue.message)
        ? `${shown} ${issue.message}`
        : `${shown}: ${issue.message}`
  }
}

const wordFor = (origin: string, ofSize: string, ofAmount: string): string =>
  origin === 'string' || origin === 'array' ? ofSize : ofAmount

function shownOf(value: unknown): string {
  const text = JSON.stringify(truncated(value))
  return text.length > maxShown ? `${text.slice(0, maxShown)}…`.toWellFormed() : text
}
