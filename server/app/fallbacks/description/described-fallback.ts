import type { FastifyRequest } from 'fastify'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { apiPathOf } from '#server/http/api-path.ts'
import { sendRaw } from '#server/http/responses/raw-response.ts'
import { markSource } from '#server/http/responses/replies.ts'
import type { Fallback } from '../fallback.ts'
import { DescribedAnswer } from './answer.ts'
import type { DescribedOperation } from './described-operation.ts'
import { type Description, refused } from './document.ts'
import { UnsatisfiableError } from './flat-schema.ts'
import { SchemaError } from './json-schema.ts'
import { RequestCheck } from './request-check.ts'
import { mistakeIn } from './validators.ts'

/**
 * Returns what answers an operation by its description.
 *
 * @param path The file of the description, for the message.
 * @throws UsageError for a schema that is none.
 */
export function describedFallback(description: Description, described: DescribedOperation, path: string): Fallback {
  const { operation } = described
  const { check, answer } = partsOf(description, described, path)
  return {
    operation,
    precondition(request, reply) {
      markSource(reply, 'contract')
      check.assertValid(request)
    },
    handler: (request, reply) => sendRaw(reply, answered(answer, request)),
  }
}

/** What an operation is answered with. */
interface Parts {
  readonly check: RequestCheck
  readonly answer: DescribedAnswer
}

function partsOf(description: Description, described: DescribedOperation, path: string): Parts {
  const { id } = described.operation
  try {
    const check = new RequestCheck(description, described)
    const answer = new DescribedAnswer(description, described)
    const { parameters, body } = check.schemas
    for (const schema of [...parameters.map((one) => one.schema), body?.schema, answer.schema]) {
      const mistake = schema === undefined ? undefined : mistakeIn(schema)
      if (mistake !== undefined) throw new SchemaError(mistake)
    }
    return { check, answer }
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error
    throw refused(path, `has a schema of ${id} that is none: ${error.message}.`)
  }
}

function answered(answer: DescribedAnswer, request: FastifyRequest): Parameters<typeof sendRaw>[1] {
  const { query } = request
  try {
    return answer.to(callOf(request), query !== null && typeof query === 'object' && 'bookmark' in query)
  } catch (error) {
    if (!(error instanceof UnsatisfiableError)) throw error
    throw new ApiError('request.not-built', { detail: `${request.operation?.id}. ${error.message}` })
  }
}

/** Returns the text that answers of a call depend on: its world, and all that it asks for. */
function callOf(request: FastifyRequest): string {
  const { method, url, worldName, bodyText } = request
  const [, query = ''] = url.split('?')
  const name = method === 'HEAD' ? 'GET' : method
  return [worldName, name, apiPathOf(request), ...query.split('&').sort(), bodyText ?? ''].join('\n')
}
