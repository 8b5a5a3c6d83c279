import type { FastifySchemaCompiler } from 'fastify'
import type { z } from 'zod'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { placeOf } from '#server/http/validation/issue-path.ts'
import { mistakesOf } from '#server/seeds/mistakes.ts'
import { fieldsAt } from '#server/seeds/schema.ts'

const maxMistakes = 5

/**
 * Validates requests to test control, and reports mistakes field by field as seeds do. Its messages are for people;
 * those of the API imitate the real service, which quotes Python and patterns.
 */
export const controlValidator: FastifySchemaCompiler<z.ZodType> =
  ({ schema, httpPart }) =>
  (data: unknown) => {
    const result = schema.safeParse(data)
    if (result.success) return { value: result.data }
    const detail =
      httpPart === 'body' && (data === undefined || data === null)
        ? missingBody
        : describe(schema, data, result.error, httpPart)
    return { error: new ApiError('request.schema', { detail }) }
  }

const missingBody = 'this call wants a body of JSON, with Content-Type: application/json'
const worldHint = '. The world stands before it in the URL: /w/{name}/__mock'

function describe(schema: z.ZodType, data: unknown, { issues }: z.ZodError, part: string | undefined): string {
  const mistakes = mistakesOf(issues, data, (path) => fieldsAt(schema, path))
  const messages = mistakes.described.slice(0, maxMistakes).map(({ path, reason }) => {
    const isWorld = path.at(-1) === 'world' && (part !== 'body' || reason.startsWith('there is no such'))
    const hint = isWorld ? worldHint : ''
    return `${path.length > 0 ? `${placeOf(path)}: ` : ''}${reason}${hint}`
  })
  if (mistakes.count > maxMistakes) messages.push(`and ${mistakes.count - maxMistakes} more`)
  return messages.join('; ')
}
