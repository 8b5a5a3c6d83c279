import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Description } from '#openapi/description.ts'
import { dayOf } from '../domain/delivery/calendar.ts'
import { ApiError } from '../domain/errors/api-errors.ts'
import { hostForUrl, trustedHost } from '../http/connection/url-host.ts'
import { allowPages } from '../http/cors.ts'
import { varyBy } from '../http/responses/vary.ts'
import { Asset, textSource } from './docs-assets.ts'
import { docsPage, pageFiles } from './docs-page.ts'
import { createPageApp, pageHeaders } from './page-app.ts'
import { type DocumentForm, type Place, PlacedDocument } from './placed-document.ts'
import { worldNameOf, worldPrefixOf } from './worlds.ts'

/** An OpenAPI document and its page. */
export interface Documented {
  /** The path that both are below: the document at `/openapi.json` and the page at `/docs`. */
  readonly prefix: string
  /** The URL at which clients reach the server, where that is not the host that they ask; empty for none. */
  readonly publicUrl?: string
  /** The origin, beside its own, that the page sends calls to. */
  readonly calls?: string
  /** Returns whether pages of an origin may read the document; all may when absent. */
  readonly trusts?: (origin: string) => boolean
  /** Returns the time of a world in Unix seconds. */
  readonly timeOf: (world: string) => number
  /** Reads or generates the document. */
  readonly document: () => Promise<Description>
}

/**
 * Builds the application that serves a document and its page. It is built on the first request for them, since most
 * runs need neither.
 */
export async function documentsApp(
  { prefix, publicUrl = '', calls, trusts, timeOf, document }: Documented,
  log: FastifyBaseLogger,
): Promise<FastifyInstance> {
  const description = await document()
  const app = createPageApp(log)
  allowPages(app, { paths: [`${prefix}/openapi.json`], ...(trusts && { trusts }) })
  const policy = policyOf(calls)
  app.addHook('onSend', (_request, reply, payload, next) => {
    reply.headers({ ...pageHeaders, 'content-security-policy': policy })
    next(null, payload)
  })
  const serve = (url: string, asset: Asset): void =>
    void app.get(prefix + url, (request, reply) => asset.send(request, reply))
  const placed = new PlacedDocument(description)
  const served = (request: FastifyRequest, reply: FastifyReply, form: DocumentForm, place = placeOf(request)) =>
    // Caches of proxies do not always tell hosts apart by themselves.
    placed.asset(form, place).send(request, varyBy(reply, 'host'))
  function placeOf(request: FastifyRequest): Place {
    const origin = publicUrl === '' ? originOf(request) : publicUrl
    return { origin, world: worldPrefixOf(request.raw), today: dayOf(timeOf(worldNameOf(request.raw))) }
  }
  // The page knows where it is; its server may not, behind a proxy.
  app.get(`${prefix}/docs/paths`, (request, reply) => {
    const place = placeOf(request)
    return served(request, reply, 'json', publicUrl === '' ? { ...place, origin: '', world: '' } : place)
  })
  app.get(`${prefix}/docs/json`, (request, reply) => served(request, reply, 'json'))
  app.get(`${prefix}/docs/yaml`, (request, reply) => served(request, reply, 'yaml'))
  app.get<{ Querystring: { readonly version?: string } }>(`${prefix}/openapi.json`, (request, reply) => {
    const { version = '3.0' } = request.query
    if (version !== '3.0' && version !== '3.1') {
      throw new ApiError('request.schema', { message: "Parameter 'version' is not one of 3.0, 3.1." })
    }
    return served(request, reply, version === '3.1' ? 'json-3.1' : 'json')
  })
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

/**
 * Returns the origin at which a client reached the server: by its Host header, or by the address of its connection where
 * that names no host. X-Forwarded-* is ignored: any client can send it.
 */
function originOf({ protocol, headers, raw: { socket } }: FastifyRequest): string {
  const { localAddress = 'localhost', localPort } = socket
  const address = hostForUrl(localAddress) + (localPort === undefined ? '' : `:${localPort}`)
  return `${protocol}://${trustedHost(headers.host) ?? address}`
}
