import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import type { Description } from '#openapi/description.ts'
import { ApiError } from '../domain/errors/api-errors.ts'
import { allowPages } from '../http/cors.ts'
import { Asset, generatedSource, textSource } from './docs-assets.ts'
import { docsPage, pageFiles } from './docs-page.ts'
import { answerInEnvelopes, pageHeaders } from './page-app.ts'

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
  const json = Buffer.from(JSON.stringify(description))
  const asset = new Asset(
    'application/json; charset=utf-8',
    textSource(() => json),
  )
  const newer = new Asset(
    'application/json; charset=utf-8',
    generatedSource(() => version31Of(json)),
  )
  serve('/docs/json', asset)
  app.get<{ Querystring: { readonly version?: string } }>(`${prefix}/openapi.json`, (request, reply) => {
    const { version = '3.0' } = request.query
    if (version !== '3.0' && version !== '3.1') {
      throw new ApiError('request.schema', { message: "Parameter 'version' is not one of 3.0, 3.1." })
    }
    return (version === '3.1' ? newer : asset).send(request, reply)
  })
  serve(
    '/docs/yaml',
    new Asset(
      'application/x-yaml',
      generatedSource(() => yamlOf(json)),
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

/** Converts the document when it is first wanted as OpenAPI 3.1. */
async function version31Of(json: Buffer): Promise<string> {
  const { asVersion31 } = await import('#openapi/version-3.1.ts')
  return JSON.stringify(asVersion31(JSON.parse(json.toString())))
}

async function yamlOf(json: Buffer): Promise<string> {
  const { dump } = await import('js-yaml')
  return dump(JSON.parse(json.toString()), { noRefs: true })
}
