import Fastify, { type FastifyBaseLogger, type FastifyError, type FastifyInstance, type FastifyReply } from 'fastify'
import { ApiError } from '../domain/errors/api-errors.ts'
import { sendJson } from '../http/responses/replies.ts'
import { compilersWith, validatorCompiler } from '../http/validation/validator.ts'
import { envelopeOf } from './errors.ts'

/** Headers that keep other pages from framing this one, and from learning where a visitor came from. */
export const pageHeaders = {
  'x-frame-options': 'DENY',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
}

/** Creates an application that serves pages. It answers unknown paths and errors in the API's envelope. */
export function createPageApp(log: FastifyBaseLogger): FastifyInstance {
  const app = Fastify({ schemaController: { compilersFactory: compilersWith(validatorCompiler) } })
  answerInEnvelopes(app, log)
  return app
}

function answerInEnvelopes(app: FastifyInstance, log: FastifyBaseLogger): void {
  const answer = (reply: FastifyReply, apiError: ApiError): FastifyReply =>
    sendJson(reply.code(apiError.status), envelopeOf(apiError))
  const notFound = (method: string, url: string): ApiError =>
    new ApiError('request.path', { detail: `${method} ${url.slice(0, 200)}` })
  app.addHook('onRequest', ({ method, url, routeOptions }, _reply, next) => {
    next(routeOptions.url === undefined || routeOptions.url === '/*' ? notFound(method, url) : undefined)
  })
  app.setNotFoundHandler(({ method, url }, reply) => answer(reply, notFound(method, url)))
  app.setErrorHandler((error: FastifyError | ApiError, { method, url }, reply) => {
    if (error instanceof ApiError) return answer(reply, error)
    if (error.statusCode !== undefined && error.statusCode < 500) return answer(reply, notFound(method, url))
    log.error(error)
    return answer(reply, new ApiError('server.failed'))
  })
}
