import type { FastifyPluginCallback, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { faultHeader } from '../domain/faults/faults.ts'
import { rulesHeader, sendJson } from '../http/responses/replies.ts'
import type { RequestWarnings } from '../journal/request-findings.ts'
import type { WorldVersion } from '../worlds/world.ts'

/** An answer that may be given again. */
export interface CachedResponse {
  readonly text: string
  /** What of the call no version of the API describes, for the journal: of the same call the same. */
  readonly findings: RequestWarnings | null
  /** The text as bytes, once they were needed. */
  bytes?: Buffer
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Where the answer to a read is kept, once it is known; null where none is. */
    moment: WorldVersion | null
    /** The answer that the request gets, when it is one that was given before. */
    givenAgain: CachedResponse | null
  }
}

/** How much is kept of all worlds, in characters, before all of it is forgotten: answers, and what was asked. */
const mostKept = 2 ** 24

/** What an answer weighs beside its texts. */
const answerWeight = 256

/** What the plugin takes. */
export interface ResponseCacheOptions {
  /** Whether every read is made anew; false when absent. */
  readonly isForgetful?: boolean | undefined
}

const plugin: FastifyPluginCallback<ResponseCacheOptions> = (app, { isForgetful = false }, done) => {
  let answers = new WeakMap<WorldVersion, Map<string, CachedResponse>>()
  let kept = 0
  app.decorateRequest('moment', null)
  app.decorateRequest('givenAgain', null)
  if (isForgetful) return done()
  app.addHook('onRequest', (request, reply, next) => {
    if (!isRead(request)) return next()
    const { moment } = request.world
    const known = answers.get(moment)?.get(keyOf(request))
    if (known === undefined) {
      request.moment = moment
      return next()
    }
    if (request.entry) request.entry.findings = known.findings
    request.givenAgain = known
    sendJson(reply, known.text)
  })
  app.addHook('onSend', (request, reply, payload, next) => {
    const { moment, entry } = request
    if (moment === null || typeof payload !== 'string') return next(null, payload)
    if (reply.statusCode !== 200 || reply.hasHeader(rulesHeader) || entry?.warnings.length) return next(null, payload)
    const key = keyOf(request)
    const weight = key.length + payload.length + answerWeight
    kept += weight
    if (kept > mostKept) {
      answers = new WeakMap()
      kept = weight
    }
    const ofMoment = answers.get(moment) ?? new Map<string, CachedResponse>()
    answers.set(moment, ofMoment.set(key, { text: payload, findings: entry?.findings ?? null }))
    next(null, payload)
  })
  done()
}

/**
 * Answers a read as it was answered before, while nothing has changed in its world since: not a row, not a setting, not
 * the second of its clock. After all that may refuse a call for who makes it, and for how many. An answer that is kept
 * under an older moment than it was made in is never found: moments do not come back.
 */
export const responseCachePlugin = fp(plugin, {
  name: 'remembered-answers',
  dependencies: ['operations', 'worlds', 'auth', 'rate-limit', 'journal'],
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
