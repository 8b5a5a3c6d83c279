import Fastify, { type FastifyBaseLogger, type FastifyError, type FastifyInstance, type FastifyReply } from 'fastify'
import type { Description } from '#openapi/description.ts'
import { ApiError } from '../domain/errors/api-errors.ts'
import { allowPages } from '../http/cors.ts'
import { sendJson } from '../http/responses/replies.ts'
import { Asset, textSource } from './docs-assets.ts'
import { docsPage, pageFiles } from './docs-page.ts'
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
  readonly document: () => Promise<Description>
}

/**
 * Builds the application that serves a document and its page. It is built on the first request for them, since most
 * runs need neither.
 */
export async function documentsApp(
  { prefix, calls, trusts, document }: Documented,
  log: FastifyBaseLogger,
): Promise<FastifyInstance> {
  const description = await document()
  const app = Fastify()
  answerInEnvelopes(app, log)
  allowPages(app, { paths: [`${prefix}/openapi.json`], ...(trusts && { trusts }) })
  const policy = policyOf(calls)
  app.addHook('onSend', (_request, reply, payload, next) => {
    reply.headers({ ...pageHeaders, 'content-security-policy': policy })
    next(null, payload)
  })
  const serve = (url: string, asset: Asset): void =>
    void app.get(prefix + url, (request, reply) => asset.send(request, reply))
  const json = JSON.stringify(description)
  const asset = new Asset(
    'application/json; charset=utf-8',
    textSource(() => json),
  )
  for (const url of ['/openapi.json', '/docs/json']) serve(url, asset)
  serve(
    '/docs/yaml',
    new Asset(
      'application/x-yaml',
      textSource(() => yamlOf(json)),
    ),
  )
  const { title } = description.info
  for (const [url, base] of [
    ['/docs', 'docs/'],
    ['/docs/', ''],
  ] as const) {
    serve(
      url,
      new Asset(
        'text/html; charset=utf-8',
        textSource(() => docsPage(title, base)),
      ),
    )
  }
  for (const [name, file] of pageFiles()) serve(`/docs/static/${name}`, file)
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

async function yamlOf(json: string): Promise<string> {
  const { dump } = await import('js-yaml')
  return dump(JSON.parse(json), { noRefs: true })
}
