import type { FastifySchemaCompiler } from 'fastify'
import type { z } from 'zod'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import type { ViolatedPart } from '#server/domain/rules/rule.ts'
import { separated } from '../schema/fields.ts'
import { LazyPart } from './lazy-schema.ts'
import { allowedOf, messageFor, patternOf, placeOf, pythonText, valueAt } from './messages.ts'
import { unexpectedIn, unexpectedMessage, unexpectedParts } from './unexpected-keys.ts'

/** What a broken schema answers, in the forms that the real service uses for each part of a request. */
function problemOf(part: string | undefined, data: unknown, issues: readonly z.core.$ZodIssue[]): ApiError {
  const [issue] = issues
  if (issue === undefined) return new ApiError('request.schema')
  const parts = issues.slice(0, mostParts).map((one) => partOf(part, data, one))
  if (part !== 'body') {
    const message = parameterRefusal(data, issue)
    const told = message === undefined ? { detail: messageFor(issue, listed(data, issue)) } : { message }
    return new ApiError('request.schema', { ...told, parts })
  }
  const unexpected = unexpectedIn(issues)
  if (unexpected !== undefined) {
    const told = { message: unexpectedMessage(unexpected), parts: unexpectedParts(unexpected, data) }
    return new ApiError('request.closed-object', told)
  }
  const reasons = issues.slice(0, 3).map((one) => messageFor(one, data))
  const more = issues.length > 3 ? [`and ${issues.length - 3} more`] : []
  return new ApiError('request.schema', { detail: `${pythonText(data)} (${[...reasons, ...more].join('; ')})`, parts })
}

/** What is said of a parameter in the real service's own words; undefined where none are known. */
function parameterRefusal(data: unknown, issue: z.core.$ZodIssue): string | undefined {
  if (issue.message.startsWith('Parameter ')) return issue.message
  const name = String(issue.path[0] ?? '')
  const value = valueAt(listed(data, issue), issue.path)
  // Observed for a list in a query (C9); inferred for a single value, and for a part of the path.
  if (issue.code === 'invalid_value' && value !== undefined)
    return `Parameter '${name}' (value ${plainText(value)}) is not one of ${issue.values.join(', ')}.`
  if (issue.code === 'invalid_format' && 'pattern' in issue && issue.path.length === 1)
    return `'${name}' value ${pythonText(value, 100)} must match the pattern: ${patternOf(issue.pattern)}`
  return undefined
}

/** Parameters with the one that an issue is about as the list that it was read as: repeated, or with commas in it. */
function listed(data: unknown, { path: [name = '', index] }: z.core.$ZodIssue): unknown {
  if (typeof index !== 'number' || data === null || typeof data !== 'object') return data
  return { ...data, [name]: separated(Reflect.get(data, name)) }
}

const plainText = (value: unknown): string => String(value).slice(0, 100).toWellFormed()

const mostParts = 30
const placeNames: Readonly<Record<string, ViolatedPart['in']>> = { body: 'body', querystring: 'query', params: 'path' }

const partOf = (part = 'body', data: unknown, issue: z.core.$ZodIssue): ViolatedPart => ({
  in: placeNames[part] ?? 'body',
  // Of a parameter its name: a query has no place that an index would name.
  field: placeOf(part === 'body' ? issue.path : issue.path.slice(0, 1)),
  sent: valueAt(part === 'body' ? data : listed(data, issue), issue.path),
  allowed: allowedOf(issue),
})

/** Checks params, query and body with their zod schemas; what they make of it is what the handler sees. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType | LazyPart> =
  ({ schema, httpPart }) =>
  (data: unknown) => {
    const type = schema instanceof LazyPart ? schema.type : schema
    if (type === undefined) return true
    const result = type.safeParse(data)
    return result.success ? { value: result.data } : { error: problemOf(httpPart, data, result.error.issues) }
  }

/**
 * What Fastify makes validators and serializers with. Given at construction: set later, Fastify has loaded ajv and
 * fast-json-stringify by then, which nothing uses. Its types know those two alone.
 */
export const compilersWith = (validator: FastifySchemaCompiler<never>) => ({
  buildValidator: () => validator as never,
  buildSerializer: () => () => JSON.stringify,
})
