import type { FastifyInstance } from 'fastify'
import { withoutByteOrderMark } from '#server/domain/byte-order-mark.ts'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { placeOf } from '../validation/issue-path.ts'
import { forbiddenKey } from './forbidden-keys.ts'
import { acceptsForms } from './form-body.ts'
import { isTooDeep, maxDepth } from './json-depth.ts'
import { hasMoreValues, maxValues } from './json-values.ts'
import { addTextParser } from './text-body.ts'

/**
 * Parses JSON bodies. An empty body is undefined: real clients send `content-type: application/json` on a DELETE.
 * Refuses other content types, and bodies that would reach a prototype.
 */
export function addJsonParser(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  addTextParser(app, 'application/json', (request, body, done) => {
    if (acceptsForms(request)) {
      return done(new ApiError('request.syntax', { detail: 'Unsupported Media Type: application/json; send a form' }))
    }
    if (body.length === 0) return done(null, undefined)
    request.entry?.sent(body)
    const parsed = parsedOrError(body)
    if (parsed instanceof ApiError) done(parsed)
    else done(null, parsed)
  })
}

/**
 * Parses a JSON text.
 *
 * @throws ApiError when it is invalid, nested too deeply, has too many values, or a key that would reach a prototype.
 */
export function parseJson(text: string): unknown {
  if (isTooDeep(text)) {
    throw new ApiError('request.syntax', { detail: `more than ${maxDepth} lists and objects in each other` })
  }
  const value = readJson(text)
  // The shortest value takes two characters.
  if (text.length > maxValues * 2 && hasMoreValues(value)) {
    throw new ApiError('request.syntax', { message: `Invalid request: the body has more than ${maxValues} values` })
  }
  const path = forbiddenKey(text, value)
  if (path === undefined) return value
  const field = placeOf(path)
  const allowed = 'any other key: this one would reach a prototype'
  throw new ApiError('request.syntax', {
    message: `Invalid request: ${field} is a key that is refused, since it would reach a prototype`,
    parts: [{ in: 'body', field, sent: String(path.at(-1)), allowed }],
  })
}

function parsedOrError(text: string): unknown {
  try {
    return parseJson(text)
  } catch (error) {
    if (error instanceof ApiError) return error
    throw error
  }
}

/** Parses JSON after an optional byte order mark, which some editors write. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(withoutByteOrderMark(text))
  } catch {
    const detail = "Body is not valid JSON but content-type is set to 'application/json'"
    throw new ApiError('request.syntax', { detail })
  }
}
