import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { faultsHeader, requestIdHeader, rulesHeader, sourceHeader, stubHeader } from './responses/replies.ts'

/** The methods that a preflight allows; one that it asks for is added. */
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** Response headers that scripts read, beside those that the Fetch standard lets them read in any case. */
const readable = [
  'allow',
  'content-disposition',
  'content-encoding',
  'date',
  'etag',
  'link',
  'location',
  'pinterest-version',
  'retry-after',
  'x-envoy-ratelimited',
  'x-mock-api-version',
  'x-pinterest-rid',
  'x-pinterest-rid-128bit',
  'x-ratelimit-limit',
  'x-ratelimit-remaining',
  'x-ratelimit-reset',
  requestIdHeader,
  rulesHeader,
  faultsHeader,
  stubHeader,
  sourceHeader,
]
const readableText = readable.join(', ')

/** Headers that need no mention: browsers hide cookies, always show some, and keep others to themselves. */
const unmentioned = new Set([
  ...readable,
  'cache-control',
  'content-length',
  'content-type',
  'set-cookie',
  'vary',
  'x-content-type-options',
])

/** The pages that may call, and what. */
export interface AllowedPages {
  /** The paths whose preflights are answered. */
  readonly paths: readonly string[]
  /** Returns whether pages of an origin may call; all may when absent. */
  readonly trusts?: (origin: string) => boolean
}

/**
 * Lets pages call the routes of an application, with credentials, and read every response header (CORS). Answers their
 * preflights, also those for private networks, for any method and header.
 */
export function allowPages(app: FastifyInstance, { paths, trusts = () => true }: AllowedPages): void {
  app.addHook('onRequest', (request, reply, next) => {
    const { origin } = request.headers
    // Only browsers read these headers, and a browser sends the page's origin.
    if (origin !== undefined && trusts(origin)) allowPage(origin, reply)
    if (request.method === 'OPTIONS') return void answerPreflight(request, reply)
    next()
  })
  app.addHook('onSend', (_request, reply, payload, next) => {
    exposeHeaders(reply)
    next(null, payload)
  })
  // The hook has answered before.
  for (const path of paths) app.options(path, { schema: { hide: true } }, (_request, reply) => reply.code(204).send())
}

/**
 * Allows a page to read a response. The origin is repeated, since browsers refuse `*` for calls with credentials; `null`
 * is the origin of pages in files and sandboxes.
 */
export function allowPage(origin: string, reply: FastifyReply): void {
  reply.header('access-control-allow-origin', origin)
  reply.header('access-control-allow-credentials', 'true')
  reply.header('vary', 'origin')
}

/** Lets the page that may read a response read its headers too; nothing for a response that no page may read. */
export function exposeHeaders(reply: FastifyReply): void {
  if (isAllowed(reply)) reply.header('access-control-expose-headers', readableIn(reply))
}

const isAllowed = (reply: FastifyReply): boolean => reply.hasHeader('access-control-allow-origin')

function answerPreflight({ headers }: FastifyRequest, reply: FastifyReply): void {
  const method = headers['access-control-request-method']
  const allowed = method === undefined || methods.includes(method) ? methods : [...methods, method]
  reply.header('access-control-allow-methods', allowed.join(', '))
  const requested = headers['access-control-request-headers']
  if (requested !== undefined) reply.header('access-control-allow-headers', requested)
  if (isAllowed(reply)) {
    if (headers['access-control-request-private-network'] === 'true') {
      reply.header('access-control-allow-private-network', 'true')
    }
    reply.header('access-control-max-age', '600')
    reply.header('vary', 'origin, access-control-request-method, access-control-request-headers')
  }
  // Safari waits for a body where this is absent.
  reply.code(204).header('content-length', '0').send()
}

/** Returns the headers that scripts may read, those of a fault or stub included. */
function readableIn(reply: FastifyReply): string {
  const more = Object.keys(reply.getHeaders()).filter(
    (name) => !unmentioned.has(name) && !name.startsWith('access-control-'),
  )
  return more.length === 0 ? readableText : `${readableText}, ${more.join(', ')}`
}
