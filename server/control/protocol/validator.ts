import type { FastifySchemaCompiler } from 'fastify'
import type { z } from 'zod'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { placeOf } from '#server/http/validation/messages.ts'
import { mistakesOf } from '#server/seeds/mistakes.ts'
import { fieldsAt } from '#server/seeds/schema.ts'

const mostTold = 5

/**
 * Checks what a call of test control was sent, and tells mistakes as seeds and edits do, field by field. The API's own
 * words are the real service's, which writes Python and patterns: test control is called by people.
 */
export const controlValidator: FastifySchemaCompiler<z.ZodType> =
  ({ schema, httpPart }) =>
  (data: unknown) => {
    const result = schema.safeParse(data)
    if (result.success) return { value: result.data }
    const detail =
      httpPart === 'body' && (data === undefined || data === null)
        ? noBody
        : toldOf(schema, data, result.error, httpPart)
    return { error: new ApiError('request.schema', { detail }) }
  }

const noBody = 'this call wants a body of JSON, with Content-Type: application/json'
const worldHint = '. The world stands before it in the URL: /w/{name}/__mock'

function toldOf(schema: z.ZodType, data: unknown, { issues }: z.ZodError, part: string | undefined): string {
  const mistakes = mistakesOf(issues, data, (path) => fieldsAt(schema, path))
  const told = mistakes.described.slice(0, mostTold).map(({ path, reason }) => {
    const isWorld = path.at(-1) === 'world' && (part !== 'body' || reason.startsWith('there is no such'))
    const hint = isWorld ? worldHint : ''
    return `${path.length > 0 ? `${placeOf(path)}: ` : ''}${reason}${hint}`
  })
  if (mistakes.count > mostTold) told.push(`and ${mistakes.count - mostTold} more`)
  return told.join('; ')
}
