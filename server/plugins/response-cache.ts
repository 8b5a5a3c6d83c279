import type { FastifyPluginCallback, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { mayBeAnswered } from '../http/may-be-answered.ts'
import type { CachedResponse } from '../http/request.ts'
import { rulesHeader, sendJson } from '../http/responses/replies.ts'
import type { WorldVersion } from '../worlds/world-version.ts'

/** Cache budget over all worlds, in characters of key and body. The whole cache is dropped when it is exceeded. */
const budget = 2 ** 24

/** Weight of a response beside its texts, in characters. */
const baseWeight = 256

/** Options of the plugin. */
export interface ResponseCacheOptions {
  /** Whether repeated reads are answered from the cache; true when absent. */
  readonly cache?: boolean | undefined
}

const plugin: FastifyPluginCallback<ResponseCacheOptions> = (app, { cache = true }, done) => {
  let responses = new WeakMap<WorldVersion, Map<string, CachedResponse>>()
  let weightOfAll = 0
  app.decorateRequest('version', null)
  app.decorateRequest('cached', null)
  if (!cache) return done()
  app.addHook('onRequest', (request, reply, next) => {
    if (!isCacheable(request)) return next()
    const { version } = request.world
    const cachedResponse = responses.get(version)?.get(keyOf(request))
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
    const key = keyOf(request)
    const weight = key.length + payload.length + baseWeight
    weightOfAll += weight
    if (weightOfAll > budget) {
      responses = new WeakMap()
      weightOfAll = weight
    }
    const ofVersion = responses.get(version) ?? new Map<string, CachedResponse>()
    responses.set(version, ofVersion.set(key, { text: payload, findings: entry?.findings ?? null }))
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
