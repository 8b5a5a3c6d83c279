import Fastify, { type FastifyBaseLogger, type FastifyError, type FastifyInstance, type FastifyReply } from 'fastify'
import { ApiError } from '../domain/errors/api-errors.ts'
import { allowPages } from '../http/cors.ts'
import { sendJson } from '../http/responses/replies.ts'
import { envelopeOf } from './errors.ts'

/** An OpenAPI document and its page. */
export interface Documented {
  /** The path that both are below: the document at `/openapi.json` and the page at `/docs`. */
  readonly prefix: string
  /** The origin, beside its own, that the page sends calls to. */
  readonly calls?: string
  /** Returns whether pages of an origin may read the document; all may when absent. */
  readonly trusts?: (origin: string) => boolean
  /** Reads or generates the document. */
  readonly document: () => Promise<object>
}

/**
 * Builds the application that serves a document and its page. It is built on the first request for them, since most
 * runs need neither.
 */
export async function documentsApp(
  { prefix, calls, trusts, document }: Documented,
  log: FastifyBaseLogger,
): Promise<FastifyInstance> {
  const [{ default: swagger }, { default: swaggerUi }, specification] = await Promise.all([
    import('@fastify/swagger'),
    import('@fastify/swagger-ui'),
    document(),
  ])
  const app = Fastify()
  answerInEnvelopes(app, log)
  allowPages(app, { paths: [`${prefix}/openapi.json`], ...(trusts && { trusts }) })
  const policy = policyOf(calls)
  app.addHook('onSend', (_request, reply, payload, next) => {
    reply.headers({ ...pageHeaders, 'content-security-policy': policy })
    next(null, payload)
  })
  await app.register(swagger, { mode: 'static', specification: { document: specification as never } })
  await app.register(swaggerUi, {
    routePrefix: `${prefix}/docs`,
    uiConfig: {
      persistAuthorization: true,
      docExpansion: 'list',
      displayRequestDuration: true,
      tryItOutEnabled: true,
      onComplete: authorizePage,
    },
  })
  const text = JSON.stringify(specification)
  app.get(`${prefix}/openapi.json`, { schema: { hide: true } }, (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(text),
  )
  await app.ready()
  return app
}

/** Headers that keep other pages from framing this one, and from learning where a visitor came from. */
const pageHeaders = { 'x-frame-options': 'DENY', 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' }

/** Returns the content security policy: only this server's scripts, styles and connections. */
const policyOf = (calls = ''): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    // Swagger UI sets inline styles.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    `connect-src 'self' ${calls}`.trimEnd(),
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

/** Answers unknown paths and errors in the API's envelope. */
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

declare const ui: { preauthorizeApiKey(scheme: string, token: string): void }

/** Runs in the browser, as text in a script that has `ui` in scope. */
const authorizePage = (): void => ui.preauthorizeApiKey('any_token', 'local')
