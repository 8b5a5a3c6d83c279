import type { FastifySchemaCompiler } from 'fastify'
import type { z } from 'zod'
import { Problem } from '../domain/problems.ts'
import type { RefusedPart } from '../domain/rule.ts'
import { LatePart } from './late-schema.ts'
import { allowedOf, patternOf, placeOf, pythonText, reasonOf, valueAt } from './refusal-words.ts'
import { unexpectedIn, unexpectedMessage, unexpectedParts } from './unexpected-keys.ts'

/** What a broken schema answers, in the forms that the real service uses for each part of a request. */
function problemOf(part: string | undefined, data: unknown, issues: readonly z.core.$ZodIssue[]): Problem {
  const [issue] = issues
  if (issue === undefined) return new Problem('request.schema')
  const parts = issues.slice(0, mostParts).map((one) => partOf(part, data, one))
  const name = String(issue.path[0] ?? '')
  const value = data !== null && typeof data === 'object' ? Reflect.get(data, name) : undefined
  if (part !== 'body') {
    if (issue.message.startsWith('Parameter ')) return new Problem('request.schema', { message: issue.message, parts })
    if (issue.code === 'invalid_format' && 'pattern' in issue && issue.path.length === 1) {
      const wanted = patternOf(issue.pattern)
      const message = `'${name}' value ${pythonText(value, 100)} must match the pattern: ${wanted}`
      return new Problem('request.schema', { message, parts })
    }
    return new Problem('request.schema', { detail: reasonOf(issue, data), parts })
  }
  const unexpected = unexpectedIn(issues)
  if (unexpected !== undefined) {
    const told = { message: unexpectedMessage(unexpected), parts: unexpectedParts(unexpected, data) }
    return new Problem('request.closed-object', told)
  }
  const reasons = issues.slice(0, 3).map((one) => reasonOf(one, data))
  const more = issues.length > 3 ? [`and ${issues.length - 3} more`] : []
  return new Problem('request.schema', { detail: `${pythonText(data)} (${[...reasons, ...more].join('; ')})`, parts })
}

const mostParts = 30
const placeNames: Readonly<Record<string, RefusedPart['in']>> = { body: 'body', querystring: 'query', params: 'path' }

const partOf = (part = 'body', data: unknown, issue: z.core.$ZodIssue): RefusedPart => ({
  in: placeNames[part] ?? 'body',
  field: placeOf(issue.path),
  sent: valueAt(data, issue.path),
  allowed: allowedOf(issue),
})

/** Checks params, query and body with their zod schemas; what they make of it is what the handler sees. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType | LatePart> =
  ({ schema, httpPart }) =>
  (data: unknown) => {
    const type = schema instanceof LatePart ? schema.type : schema
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
