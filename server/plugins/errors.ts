import type { FastifyError, FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { statusFor } from '../domain/errors/access-status.ts'
import { ApiError, type ApiErrorName } from '../domain/errors/api-errors.ts'
import { saysFailure } from '../domain/errors/failure-status.ts'
import { rejectedLogs } from '../domain/errors/rejected-logs.ts'
import { RuleViolationError } from '../domain/rules/rule.ts'
import type { RuleEngine } from '../domain/rules/rule-engine.ts'
import { apiPathOf, noOperation } from '../http/api-path.ts'
import { nameRules, sendJson } from '../http/responses/replies.ts'
import { uncount } from './rate-limit.ts'

/** Options of the plugin: the rules of a world by its name. Overrides apply to API errors too. */
export interface ErrorsPluginOptions {
  readonly rulesOf: (world: string) => RuleEngine
}

const plugin: FastifyPluginCallback<ErrorsPluginOptions> = (app, { rulesOf }, done) => {
  app.setErrorHandler((error: FastifyError | ApiError | RuleViolationError, request, reply) => {
    if (error instanceof RuleViolationError) return answerViolations(error, reply)
    // Fastify wants a Content-Type of QUERY before it looks for a route.
    if (isFastifyError(error) && error.code === 'FST_ERR_ROUTE_MISSING_CONTENT_TYPE' && !request.operation)
      return answer(noRoute(request), rulesOf(request.worldName), reply)
    const apiError = error instanceof ApiError ? error : apiErrorOf(error)
    if (apiError.problem === 'server.room') request.log.warn(error.message)
    else if (apiError !== error && apiError.problem.startsWith('server.')) recordStack(error, request)
    return answer(apiError, rulesOf(request.worldName), reply)
  })
  app.setNotFoundHandler((request, reply) => answer(noRoute(request), rulesOf(request.worldName), reply))
  done()
}

/** Converts everything that is thrown to the API's envelope and status, never with a stack. */
export const errorsPlugin = fp(plugin, { name: 'errors', fastify: '5.x' })

const isFastifyError = (error: FastifyError | ApiError): error is FastifyError => !(error instanceof ApiError)

/** Returns the error for a request that has no route: 404, or 405 where the path has other methods. */
function noRoute(request: FastifyRequest): ApiError {
  if (request.url.startsWith('/v5/')) return noOperation(request.method, apiPathOf(request))
  return new ApiError('request.path', { detail: `${request.method} ${request.originalUrl.slice(0, 200)}` })
}

/** Returns the envelope for errors that Fastify raises before there is a request. */
export const envelopeOf = ({ code, message }: ApiError): string => JSON.stringify({ code, message })

function answer(error: ApiError, rules: RuleEngine, reply: FastifyReply): FastifyReply {
  const { problem, code, message, headers, parts, explanation, passes } = error
  const operation = reply.request.operation?.id
  const status = statusFor(problem, error.status, operation)
  const override = rules.override(problem)
  const overridden = { code: override?.code ?? code, message: override?.message ?? message }
  const inspected = { ...(parts && { parts }), ...(explanation && { explanation }), ...(passes && { passes }) }
  nameRules(reply, [{ rule: problem, ...overridden, status, ...inspected }])
  // Fastify closes the connection after a body that it refused. Bytes that the client is still sending would reset it,
  // and the response may be lost. On an open connection, Node reads the rest and discards it.
  if (status < 500 && reply.hasHeader('connection')) reply.removeHeader('connection')
  if (status === 401) uncount(reply.request, reply)
  const says = saysFailure(problem, operation)
  const envelope = { ...overridden, ...(says && { status: 'failure' }), ...rejectedLogs(problem, operation, parts) }
  return sendJson(reply.code(status).headers(headers), JSON.stringify(envelope))
}

function answerViolations({ violations, message }: RuleViolationError, reply: FastifyReply): FastifyReply {
  nameRules(reply, violations)
  const code = violations[0]?.code ?? 1
  const status = violations[0]?.status ?? 400
  if (status === 401) uncount(reply.request, reply)
  return sendJson(reply.code(status), JSON.stringify({ code, message }))
}

const byFastifyCode: Readonly<Record<string, ApiErrorName>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'request.too-large',
  FST_ERR_BAD_URL: 'request.path',
}

/** Error codes of SQLite and the file system for a disk that is full, broken, missing or not writable. */
const ofStorage =
  /^(SQLITE_(FULL|IOERR|READONLY|CANTOPEN|BUSY|LOCKED|CORRUPT|NOTADB|PERM|NOMEM|TOOBIG|PROTOCOL)|E(NOSPC|DQUOT|FBIG|ROFS|ACCES|IO|NOENT|NOTDIR|ISDIR|PERM|BUSY|LOOP|MFILE|NFILE|NOTEMPTY|NAMETOOLONG|EXIST|XDEV|STALE)$)/

/** Error codes for state files that are missing, broken or not this server's own. */
const ofState = /^((UNUSABLE|NEWER)_STATE|SQLITE_(CORRUPT|NOTADB)|ENOENT|ENOTDIR|(ERR_FS_)?EISDIR)/

/** Returns the API error for an error of Fastify's: its 4xx are the client's, everything else is this server's. */
function apiErrorOf(error: FastifyError): ApiError {
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    return new ApiError('request.syntax', { detail: `${error.message}; send Content-Type: application/json` })
  }
  const named = byFastifyCode[error.code]
  if (named !== undefined) return new ApiError(named, { detail: error.message })
  if (error.code === 'NO_ROOM') return new ApiError('server.room', { detail: error.message })
  if (ofState.test(error.code ?? '')) return new ApiError('server.state', { detail: error.message })
  if (ofStorage.test(error.code ?? '')) return new ApiError('server.storage', { detail: error.message })
  const isClients = error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500
  return isClients ? new ApiError('request.syntax', { detail: error.message }) : new ApiError('server.failed')
}

function recordStack(error: Error, request: FastifyRequest): void {
  request.log.error(error)
  if (request.entry) request.entry.stack = error.stack ?? error.message
}
