import type { FastifyPluginCallback, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { faultHeader } from '../domain/faults/faults.ts'
import type { CachedResponse } from '../http/request.ts'
import { rulesHeader, sendJson } from '../http/responses/replies.ts'
import type { WorldVersion } from '../worlds/world.ts'

/** How much is kept of all worlds, in characters, before all of it is forgotten: answers, and what was asked. */
const mostKept = 2 ** 24

/** What an answer weighs beside its texts. */
const answerWeight = 256

/** What the plugin takes. */
export interface ResponseCacheOptions {
  /** Whether repeated reads are answered from memory; true when absent. */
  readonly cache?: boolean | undefined
}

const plugin: FastifyPluginCallback<ResponseCacheOptions> = (app, { cache = true }, done) => {
  let answers = new WeakMap<WorldVersion, Map<string, CachedResponse>>()
  let kept = 0
  app.decorateRequest('version', null)
  app.decorateRequest('cached', null)
  if (!cache) return done()
  app.addHook('onRequest', (request, reply, next) => {
    if (!isRead(request)) return next()
    const { version } = request.world
    const known = answers.get(version)?.get(keyOf(request))
    if (known === undefined) {
      request.version = version
      return next()
    }
    if (request.entry) request.entry.findings = known.findings
    request.cached = known
    sendJson(reply, known.text)
  })
  app.addHook('onSend', (request, reply, payload, next) => {
    const { version, entry } = request
    if (version === null || typeof payload !== 'string') return next(null, payload)
    if (reply.statusCode !== 200 || reply.hasHeader(rulesHeader) || entry?.warnings.length) return next(null, payload)
    const key = keyOf(request)
    const weight = key.length + payload.length + answerWeight
    kept += weight
    if (kept > mostKept) {
      answers = new WeakMap()
      kept = weight
    }
    const ofVersion = answers.get(version) ?? new Map<string, CachedResponse>()
    answers.set(version, ofVersion.set(key, { text: payload, findings: entry?.findings ?? null }))
    next(null, payload)
  })
  done()
}

/**
 * Answers a read as it was answered before, while nothing has changed in its world since: not a row, not a setting, not
 * the second of its clock. After all that may refuse a call for who makes it, and for how many. An answer that is kept
 * under an older version than it was made in is never found: versions do not come back.
 */
export const responseCachePlugin = fp(plugin, {
  name: 'response-cache',
  dependencies: ['operations', 'worlds', 'authentication', 'rate-limit', 'journal'],
  fastify: '5.x',
})

/** Of what is built, in a world that there is, and with nothing that may be done to it on purpose. */
const isRead = ({ method, operation, routeOptions, headers, world }: FastifyRequest): boolean =>
  method === 'GET' &&
  operation !== null &&
  operation === routeOptions.config.operation &&
  world.isCreated &&
  world.faults.isEmpty &&
  headers[faultHeader] === undefined

/** All that an answer depends on beside its world. */
const keyOf = ({ caller, url }: FastifyRequest): string => `${caller.userId} ${url}`
