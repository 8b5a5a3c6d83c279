import type { z } from 'zod'
import { shortened } from '../domain/shortened.ts'
import { farness, nearest } from '../http/nearest.ts'
import { patternOf, valueAt } from '../http/validation/messages.ts'
import { SeedMistakes } from './errors.ts'

const mostShown = 60
const mostNames = 12

/** What is wrong with a value, field by field, with the nearest name or value that there is. */
export function mistakesOf(
  issues: readonly z.core.$ZodIssue[],
  whole: unknown,
  knownFields: (path: readonly PropertyKey[]) => readonly string[],
): SeedMistakes {
  const mistakes = new SeedMistakes()
  for (const issue of issues) {
    const { path } = issue
    if (issue.code !== 'unrecognized_keys') {
      mistakes.add(() => ({ path, reason: reasonOf(issue, valueAt(whole, path)) }))
      continue
    }
    const known = knownFields(path)
    for (const key of issue.keys) mistakes.add(() => ({ path: [...path, key], reason: unknownField(key, known) }))
  }
  return mistakes
}

/** The nearest name is told where it may be meant, and else those that there are, where they are few. */
function unknownField(name: string, known: readonly string[]): string {
  if (known.length === 0) return 'there is no such field'
  const meant = nearest(name, known)
  if (known.length > mostNames || farness(name, meant) * 2 <= name.length) {
    return `there is no such field. Did you mean ${meant}?`
  }
  return `there is no such field, but ${known.join(', ')}`
}

/** What a schema may say in words of its own, which then stand in place of a type, a bound or a pattern. */
const wordedBySchemas: ReadonlySet<string | undefined> = new Set([
  'invalid_type',
  'too_small',
  'too_big',
  'invalid_format',
])
const zodsOwn = /^(Invalid|Too) /

function reasonOf(issue: z.core.$ZodIssue, value: unknown): string {
  if (value === undefined) return 'is required'
  const shown = shownOf(value)
  if (wordedBySchemas.has(issue.code) && !zodsOwn.test(issue.message)) return `${shown} ${issue.message}`
  switch (issue.code) {
    case 'invalid_type': {
      const hint = issue.expected === 'string' && typeof value === 'number' ? ': put it in quotes' : ''
      return `${shown} is not of type ${issue.expected === 'int' ? 'integer' : issue.expected}${hint}`
    }
    case 'invalid_value': {
      const values = issue.values.map(String)
      const all = values.join(', ')
      const meant = nearest(String(value), values)
      return all.length > 4 * mostShown
        ? `${shown} is none of the values that there are. Did you mean ${meant}?`
        : `${shown} is not one of ${all}. Did you mean ${meant}?`
    }
    case 'invalid_key':
      return `${JSON.stringify(issue.path.at(-1))} ${issue.issues[0]?.message ?? 'is no such name'}`
    case 'too_small':
      return `${shown} is too ${wordFor(issue.origin, 'short', 'small')}: ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`
    case 'too_big':
      return `${shown} is too ${wordFor(issue.origin, 'long', 'great')}: ${issue.inclusive ? 'at most' : 'less than'} ${issue.maximum}`
    case 'invalid_format':
      return `${shown} does not match ${'pattern' in issue ? patternOf(issue.pattern) : issue.format}`
    default:
      return /^(is|must|has|says) /.test(issue.message) ? `${shown} ${issue.message}` : `${shown}: ${issue.message}`
  }
}

const wordFor = (origin: string, ofSize: string, ofAmount: string): string =>
  origin === 'string' || origin === 'array' ? ofSize : ofAmount

function shownOf(value: unknown): string {
  const text = JSON.stringify(shortened(value))
  return text.length > mostShown ? `${text.slice(0, mostShown)}…`.toWellFormed() : text
}
