import type { z } from 'zod'
import { placeOf, valueAt } from './issue-path.ts'
import { isZodMessage, typesOf } from './union-issues.ts'

const maxText = 1000

/**
 * Writes a value as Python does, which is how the real service quotes a request; truncated beyond `room` characters.
 */
export function pythonText(value: unknown, room = maxText): string {
  const text = python(value, 0)
  return text.length <= room ? text : `${text.slice(0, room)}…`.toWellFormed()
}

function python(value: unknown, depth: number): string {
  if (value === null || value === undefined) return 'None'
  if (value === true) return 'True'
  if (value === false) return 'False'
  if (typeof value === 'string')
    return `'${value.slice(0, maxText).toWellFormed().replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
  if (typeof value !== 'object') return String(value)
  if (depth > 5) return '…'
  if (Array.isArray(value))
    return `[${value
      .slice(0, 30)
      .map((item) => python(item, depth + 1))
      .join(', ')}]`
  const entries = Object.entries(value).slice(0, 50)
  return `{${entries.map(([key, item]) => `${python(key, 0)}: ${python(item, depth + 1)}`).join(', ')}}`
}

const typeNames: Readonly<Record<string, string>> = { int: 'integer', record: 'object', bool: 'boolean' }

const typeName = (expected: string): string => typeNames[expected] ?? expected

/** Returns the names of the types that the options of a union have; empty where it says something else. */
export const typeNamesOf = (issue: z.core.$ZodIssue): string =>
  isZodMessage(issue.message) ? typesOf(issue).map(typeName).join(' or ') : ''

/** Describes a schema issue in the words of a JSON schema validator: `'test0' is not of type array`. */
export function messageFor(issue: z.core.$ZodIssue, root: unknown): string {
  const value = valueAt(root, issue.path)
  const name = String(issue.path.at(-1) ?? '')
  const quoted = pythonText(value, 100)
  const place = issue.path.length > 0 ? ` at ${placeOf(issue.path)}` : ''
  if (value === undefined && name !== '') return `'${name}' is a required property${issue.path.length > 1 ? place : ''}`
  switch (issue.code) {
    case 'invalid_type':
      return `${quoted} is not of type ${typeName(issue.expected)}${place}`
    case 'invalid_key':
      return `${keyText(issue)}${place}`
    case 'invalid_union':
      return `${quoted} ${unionText(issue)}${place}`
    case 'unrecognized_keys':
      return `${quoted} has additional properties: ${issue.keys.map((key) => pythonText(key, 100)).join(', ')}${place}`
    case 'invalid_value':
      return `${quoted} is not one of [${issue.values.map((one) => pythonText(one)).join(', ')}]${place}`
    case 'too_big':
      return tooFar(
        issue.origin,
        quoted,
        limitOf(issue.origin, 'most', issue.maximum),
        ['is too long', 'is greater than the maximum'],
        place,
      )
    case 'too_small':
      return tooFar(
        issue.origin,
        quoted,
        limitOf(issue.origin, 'least', issue.minimum),
        ['is too short', 'is less than the minimum'],
        place,
      )
    case 'invalid_format':
      return `${quoted} does not match ${pythonText('pattern' in issue ? patternOf(issue.pattern) : issue.format)}${place}`
    default:
      return `${quoted} ${issue.message}${place}`
  }
}

/** Says that a value has the type of no option of a union, unless the union has a message of its own. */
function unionText(issue: z.core.$ZodIssue): string {
  const types = typeNamesOf(issue)
  return types === '' ? issue.message : `is not of type ${types}`
}

/** Says what is wrong with the name of a property, in the words for a value. */
const keyText = ({ path, issues: [wrong] }: z.core.$ZodIssueInvalidKey): string =>
  wrong === undefined ? 'is no name of a property' : messageFor({ ...wrong, path: [] }, path.at(-1))

/** Describes a limit; that of a list also by the name of its constraint, as a publisher reported it (`maxItems=5`). */
function limitOf(origin: string, side: 'most' | 'least', limit: number | bigint): string {
  const phrases = `at ${side} ${limit}`
  return origin === 'array' ? `${phrases} (constraint: ${side === 'most' ? 'max' : 'min'}Items=${limit})` : phrases
}

/** Describes a value that would have passed in place of the one of an issue. */
export function allowedOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `a value of type ${typeName(issue.expected)}`
    case 'invalid_union': {
      const types = typeNamesOf(issue)
      return types === '' ? issue.message : `a value of type ${types}`
    }
    case 'invalid_key': {
      const [wrong] = issue.issues
      return `a property whose name is ${wrong === undefined ? 'another' : allowedOf(wrong)}`
    }
    case 'invalid_value':
      return `one of ${issue.values.join(', ')}`
    case 'too_big':
      return `at most ${issue.maximum}${unitOf(issue.origin)}`
    case 'too_small':
      return `at least ${issue.minimum}${unitOf(issue.origin)}`
    case 'invalid_format':
      return 'pattern' in issue ? `text that matches ${patternOf(issue.pattern)}` : `text of the form ${issue.format}`
    default:
      return issue.message
  }
}

const unitOf = (origin: string): string => (origin === 'string' ? ' characters' : origin === 'array' ? ' items' : '')

/** Returns a zod pattern without its slashes. */
export const patternOf = (pattern: unknown): string => String(pattern).replace(/^\/|\/$/g, '')

function tooFar(origin: string, quoted: string, limit: string, phrases: [string, string], place: string): string {
  const isSize = origin === 'string' || origin === 'array'
  return `${quoted} ${isSize ? phrases[0] : phrases[1]}: ${limit}${place}`
}
