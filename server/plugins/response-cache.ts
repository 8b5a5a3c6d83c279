import type { FastifyPluginCallback, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { mayBeAnswered } from '../http/may-be-answered.ts'
import type { ResponseCache } from '../http/response-cache.ts'
import { rulesHeader, sendJson } from '../http/responses/replies.ts'

/** Options of the plugin. */
export interface ResponseCacheOptions {
  /** What is kept; nothing is when absent. */
  readonly cache?: ResponseCache | undefined
}

const plugin: FastifyPluginCallback<ResponseCacheOptions> = (app, { cache }, done) => {
  app.decorateRequest('version', null)
  app.decorateRequest('cached', null)
  if (cache === undefined) return done()
  app.addHook('onRequest', (request, reply, next) => {
    if (!isCacheable(request)) return next()
    const { version } = request.world
    const cachedResponse = cache.find(version, keyOf(request))
    if (cachedResponse === undefined) {
      request.version = version
      return next()
    }
    if (request.entry) request.entry.findings = cachedResponse.findings
    request.cached = cachedResponse
    sendJson(reply, cachedResponse.text)
  })
  app.addHook('onSend', (request, reply, payload, next) => {
    const { version, entry } = request
    if (version === null || typeof payload !== 'string') return next(null, payload)
    if (reply.statusCode !== 200 || reply.hasHeader(rulesHeader) || entry?.warnings.length) return next(null, payload)
    cache.keep(keyOf(request), { version, text: payload, findings: entry?.findings ?? null })
    next(null, payload)
  })
  done()
}

/**
 * Answers repeated reads from a cache while nothing has changed in their world: no row, no setting, not the second of
 * its clock. Runs after authentication and rate limits. A response that is cached under an older version of the world
 * is never found again, since versions do not come back.
 */
export const responseCachePlugin = fp(plugin, {
  name: 'response-cache',
  dependencies: ['operations', 'api-version', 'rehearsal', 'worlds', 'authentication', 'rate-limit', 'journal'],
  fastify: '5.x',
})

/** Returns whether the request is a read of an implemented operation, in a world that exists, which nothing may change. */
const isCacheable = (request: FastifyRequest): boolean =>
  request.method === 'GET' &&
  request.older === null &&
  request.rehearsal === null &&
  request.implementation !== null &&
  request.implementation.isFallback === undefined &&
  request.world.isCreated &&
  !mayBeAnswered(request)

/** Returns the cache key: all that a response depends on beside its world. Some have URLs of this server. */
const keyOf = ({ caller, origin, url }: FastifyRequest): string => `${caller.userId} ${origin}${url}`
