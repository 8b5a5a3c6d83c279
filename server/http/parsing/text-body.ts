import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ApiError } from '#server/domain/errors/api-errors.ts'

const { isUtf8 } = process.getBuiltinModule('node:buffer')

/**
 * Reads bodies of a content type as text, and refuses bytes that are not UTF-8, whatever their declared charset:
 * Fastify alone would silently store replacement characters.
 */
export function addTextParser(
  app: FastifyInstance,
  type: string,
  parse: (request: FastifyRequest, text: string, done: (error: Error | null, body?: unknown) => void) => void,
): void {
  app.addContentTypeParser<Buffer>(type, { parseAs: 'buffer' }, (request, body, done) => {
    if (!isUtf8(body)) return done(new ApiError('request.syntax', { message: messageFor(request) }))
    request.bodyText = body.toString()
    parse(request, request.bodyText, done)
  })
}

function messageFor({ headers: { 'content-encoding': encoding } }: FastifyRequest): string {
  const reason = encoding === undefined ? '' : `: send it without Content-Encoding (${encoding.slice(0, 40)})`
  return `Invalid request: the body is not UTF-8${reason}`
}
