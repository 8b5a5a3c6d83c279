import type { FastifyError, FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { ApiError, type ApiErrorName } from '../domain/errors/api-errors.ts'
import { saysFailure } from '../domain/errors/failure-status.ts'
import { type RuleEngine, RuleViolationError } from '../domain/rules/rule.ts'
import { apiPathOf, noOperation } from '../http/api-path.ts'
import { nameRules, sendJson } from '../http/responses/replies.ts'
import { uncount } from './rate-limit.ts'

/** What the plugin needs: the rules of a world by its name, whose overrides hold for problems too. */
export interface ErrorsPluginOptions {
  readonly rulesOf: (world: string) => RuleEngine
}

const plugin: FastifyPluginCallback<ErrorsPluginOptions> = (app, { rulesOf }, done) => {
  app.setErrorHandler((error: FastifyError | ApiError | RuleViolationError, request, reply) => {
    if (error instanceof RuleViolationError) return refuse(error, reply)
    const problem = error instanceof ApiError ? error : problemOf(error)
    if (problem !== error && problem.problem.startsWith('server.')) remember(error, request)
    return answer(problem, rulesOf(request.worldName), reply)
  })
  app.setNotFoundHandler((request, reply) => {
    if (request.url.startsWith('/v5/'))
      return answer(noOperation(request.method, apiPathOf(request)), rulesOf(request.worldName), reply)
    const detail = `${request.method} ${request.originalUrl.slice(0, 200)}`
    return answer(new ApiError('request.path', { detail }), rulesOf(request.worldName), reply)
  })
  done()
}

/** Turns whatever is thrown into the API's envelope, with the API's status and never a stack. */
export const errorsPlugin = fp(plugin, { name: 'errors', fastify: '5.x' })

/** The envelope for errors that Fastify raises before there is a request to speak of. */
export const envelopeOf = ({ code, message }: ApiError): string => JSON.stringify({ code, message })

function answer(error: ApiError, rules: RuleEngine, reply: FastifyReply): FastifyReply {
  const { problem, status, code, message, headers, parts } = error
  const override = rules.override(problem)
  const told = { code: override?.code ?? code, message: override?.message ?? message }
  nameRules(reply, [{ rule: problem, ...told, status, ...(parts && { parts }) }])
  // Fastify closes after a body that it has refused. What the client still sends would reset that connection, and the
  // answer may be lost with it; kept, Node reads the rest and drops it.
  if (status < 500 && reply.hasHeader('connection')) reply.removeHeader('connection')
  if (status === 401) uncount(reply.request, reply)
  const says = saysFailure(problem, reply.request.operation?.id)
  const envelope = { ...told, ...(says && { status: 'failure' }) }
  return sendJson(reply.code(status).headers(headers), JSON.stringify(envelope))
}

function refuse({ violations }: RuleViolationError, reply: FastifyReply): FastifyReply {
  nameRules(reply, violations)
  const code = violations[0]?.code ?? 1
  const message = violations.map((refusal) => refusal.message).join(' ')
  const status = violations[0]?.status ?? 400
  if (status === 401) uncount(reply.request, reply)
  return sendJson(reply.code(status), JSON.stringify({ code, message }))
}

const byFastifyCode: Readonly<Record<string, ApiErrorName>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'request.too-large',
  FST_ERR_BAD_URL: 'request.path',
}

/** What SQLite and the file system say of a disk that is full, broken, gone or not to be written. */
const ofStorage =
  /^(SQLITE_(FULL|IOERR|READONLY|CANTOPEN|BUSY|LOCKED|CORRUPT|NOTADB|PERM|NOMEM|TOOBIG|PROTOCOL)|E(NOSPC|DQUOT|FBIG|ROFS|ACCES|IO|NOENT|NOTDIR|ISDIR|PERM|BUSY|LOOP|MFILE|NFILE|NOTEMPTY|NAMETOOLONG|EXIST|XDEV|STALE)$)/

/** What the store says of files that are gone, broken or not its own, and the file system of what it looked for. */
const ofState = /^((UNUSABLE|NEWER)_STATE|SQLITE_(CORRUPT|NOTADB)|ENOENT|ENOTDIR|(ERR_FS_)?EISDIR)/

/** What Fastify says of a request, as a problem: its own 4xx are the client's, everything else is ours. */
function problemOf(error: FastifyError): ApiError {
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

function remember(error: Error, request: FastifyRequest): void {
  request.log.error(error)
  if (request.entry) request.entry.stack = error.stack ?? error.message
}
