import type { FastifyRequest, FastifySchemaCompiler } from 'fastify'
import type { z } from 'zod'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import type { ViolatedPart } from '#server/domain/rules/rule.ts'
import { separated } from '../schema/query-fields.ts'
import { placeOf, valueAt } from './issue-path.ts'
import { allowedOf, messageFor, patternOf, pythonText } from './messages.ts'
import type { RouteSchema } from './route-schema.ts'
import { unexpectedIn, unexpectedMessage, unexpectedParts } from './unexpected-keys.ts'
import { issuesOfNearestOption } from './union-issues.ts'

/** Returns the error of an invalid request, in the form that the real service uses for each part of a request. */
export function schemaError(part: string | undefined, data: unknown, found: readonly z.core.$ZodIssue[]): ApiError {
  const issues = found.flatMap((issue) => issuesOfNearestOption(issue, data))
  const [issue] = issues
  if (issue === undefined) return new ApiError('request.schema')
  const parts = issues.slice(0, maxParts).map((one) => partOf(part, data, one))
  if (part !== 'body') {
    const message = parameterMessage(data, issue)
    const text = message === undefined ? { detail: messageFor(issue, listed(data, issue)) } : { message }
    return new ApiError('request.schema', { ...text, parts })
  }
  const unexpected = unexpectedIn(found)
  if (unexpected !== undefined) {
    const text = { message: unexpectedMessage(unexpected), parts: unexpectedParts(unexpected, data) }
    return new ApiError('request.closed-object', text)
  }
  const reasons = issues.slice(0, 3).map((one) => messageFor(one, data))
  const more = issues.length > 3 ? [`and ${issues.length - 3} more`] : []
  return new ApiError('request.schema', { detail: `${pythonText(data)} (${[...reasons, ...more].join('; ')})`, parts })
}

/** Returns the real service's own message about a parameter; undefined where none is known. */
function parameterMessage(data: unknown, issue: z.core.$ZodIssue): string | undefined {
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

/** Returns the parameters with the one of an issue as a list, if it was parsed as one: repeated, or comma-separated. */
function listed(data: unknown, { path: [name = '', index] }: z.core.$ZodIssue): unknown {
  if (typeof index !== 'number' || data === null || typeof data !== 'object') return data
  return { ...data, [name]: separated(Reflect.get(data, name)) }
}

const plainText = (value: unknown): string => String(value).slice(0, 100).toWellFormed()

const maxParts = 30
const placeNames: Readonly<Record<string, ViolatedPart['in']>> = { body: 'body', querystring: 'query', params: 'path' }

const partOf = (part = 'body', data: unknown, issue: z.core.$ZodIssue): ViolatedPart => ({
  in: placeNames[part] ?? 'body',
  // A parameter is named without an index: a query has no indexes.
  field: placeOf(part === 'body' ? issue.path : issue.path.slice(0, 1)),
  sent: valueAt(part === 'body' ? data : listed(data, issue), issue.path),
  allowed: allowedOf(issue),
})

/** Validates params, query and body with their zod schemas; the handler sees the parsed output. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> =
  ({ schema, httpPart }) =>
  (data: unknown) => {
    const result = schema.safeParse(data)
    return result.success ? { value: result.data } : { error: schemaError(httpPart, data, result.error.issues) }
  }

/**
 * Puts what schemas make of a request's parts in their place, in Fastify's order; the handler sees the parsed output.
 * Returns the error of the first part that is invalid.
 */
export function parseParts(request: FastifyRequest, schema: RouteSchema): ApiError | undefined {
  const { params, body, querystring } = schema
  return (
    (params && parsePart(request, 'params', params)) ??
    (body && request.method !== 'GET' && request.method !== 'HEAD' ? parsePart(request, 'body', body) : undefined) ??
    (querystring && parsePart(request, 'query', querystring))
  )
}

function parsePart(request: FastifyRequest, part: 'params' | 'body' | 'query', type: z.ZodType): ApiError | undefined {
  const data = request[part] ?? null
  const result = type.safeParse(data)
  if (!result.success) return schemaError(part === 'query' ? 'querystring' : part, data, result.error.issues)
  request[part] = result.data
  return undefined
}

/**
 * Returns the compilers that Fastify is constructed with. Set later, Fastify would load ajv and fast-json-stringify,
 * which nothing uses. Fastify's types allow those two only.
 */
export const compilersWith = (validator: FastifySchemaCompiler<never>) => ({
  buildValidator: () => validator as never,
  buildSerializer: () => () => JSON.stringify,
})
