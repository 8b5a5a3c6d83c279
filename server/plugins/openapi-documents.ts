import Fastify, { type FastifyBaseLogger, type FastifyError, type FastifyInstance, type FastifyReply } from 'fastify'
import { ApiError } from '../domain/errors/api-errors.ts'
import { sendJson } from '../http/responses/replies.ts'
import { envelopeOf } from './errors.ts'

/** One OpenAPI document, and the page that shows it. */
export interface Documented {
  /** Where both are: the document at `/openapi.json` below it and the page at `/docs`. */
  readonly prefix: string
  /** The origin, beside its own, that the page sends what a person tries out to. */
  readonly calls?: string
  /** Reads or makes the document. */
  readonly document: () => Promise<object>
}

/**
 * An application of its own that serves the document and its page. It is built on the first request for them: neither is
 * wanted by most runs.
 */
export async function documentsApp(
  { prefix, calls, document }: Documented,
  log: FastifyBaseLogger,
): Promise<FastifyInstance> {
  const [{ default: swagger }, { default: swaggerUi }, specification] = await Promise.all([
    import('@fastify/swagger'),
    import('@fastify/swagger-ui'),
    document(),
  ])
  const app = Fastify()
  answerInEnvelopes(app, log)
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

/** What keeps other pages from showing the page in a frame of theirs, and from being told where it came from. */
const pageHeaders = { 'x-frame-options': 'DENY', 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' }

/** The page runs and shows what this server has, and calls nobody else. */
const policyOf = (calls = ''): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    // Of its own accord the page writes styles on what it shows.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    `connect-src 'self' ${calls}`.trimEnd(),
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

/** Answers what is not there, and what goes wrong, as the API does. */
function answerInEnvelopes(app: FastifyInstance, log: FastifyBaseLogger): void {
  const refuse = (reply: FastifyReply, problem: ApiError): FastifyReply =>
    sendJson(reply.code(problem.status), envelopeOf(problem))
  const nothing = (method: string, url: string): ApiError =>
    new ApiError('request.path', { detail: `${method} ${url.slice(0, 200)}` })
  app.addHook('onRequest', ({ method, url, routeOptions }, _reply, next) => {
    next(routeOptions.url === undefined || routeOptions.url === '/*' ? nothing(method, url) : undefined)
  })
  app.setNotFoundHandler(({ method, url }, reply) => refuse(reply, nothing(method, url)))
  app.setErrorHandler((error: FastifyError | ApiError, { method, url }, reply) => {
    if (error instanceof ApiError) return refuse(reply, error)
    if (error.statusCode !== undefined && error.statusCode < 500) return refuse(reply, nothing(method, url))
    log.error(error)
    return refuse(reply, new ApiError('server.failed'))
  })
}

declare const ui: { preauthorizeApiKey(scheme: string, token: string): void }

/** Runs in the browser, as text in a script that has `ui` in scope. */
const authorizePage = (): void => ui.preauthorizeApiKey('any_token', 'local')
