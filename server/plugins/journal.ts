import type { ServerResponse } from 'node:http'
import type { FastifyPluginCallback, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { longRequestIdOf, requestIdOf } from '../domain/ids.ts'
import { machineMilliseconds } from '../domain/time/clock.ts'
import { checkedName } from '../domain/world-name.ts'
import { requestIdHeader, rulesHeader } from '../http/responses/replies.ts'
import { JournalEntry } from '../journal/entry.ts'
import type { World } from '../worlds/world.ts'

const plugin: FastifyPluginCallback = (app, _options, done) => {
  app.decorateRequest('entry', null)
  app.addHook('onRequest', (request, reply, next) => {
    const { id } = request
    reply.header(requestIdHeader, id)
    reply.header('x-pinterest-rid', id)
    reply.header('x-pinterest-rid-128bit', longRequestIdOf(id))
    const entry = journaled(request, request.world)
    if (entry !== null) {
      request.entry = entry
      const answer: JournaledAnswer = reply.raw
      answer[entryOfAnswer] = entry
      answer.on('close', end)
    }
    // Only now: a call to a world that there cannot be is in the journal as well.
    checkedName(request.worldName)
    next()
  })
  app.addHook('onSend', (request, reply, payload, next) => {
    const { entry } = request
    if (entry) {
      entry.status = reply.statusCode
      entry.answerHeaders = reply.getHeaders()
      if (typeof payload === 'string') entry.answered(payload)
      const rules = reply.getHeader(rulesHeader)
      if (typeof rules === 'string') entry.rules = rules.split(',')
      entry.complete()
    }
    next(null, payload)
  })
  app.addHook('onResponse', ({ entry }, reply, next) => {
    if (entry) entry.duration_ms = reply.elapsedTime
    next()
  })
  done()
}

/** Remembers the latest requests of each world, each under the id that its answer carries. */
export const journalPlugin = fp(plugin, { name: 'journal', dependencies: ['worlds'], fastify: '5.x' })

/** The request's entry, which is in the journal of its world from now on; null where that is off. */
export function journaled(request: FastifyRequest, { name, clock, journal }: World): JournalEntry | null {
  const { id, method, originalUrl: url, headers } = request
  if (!journal.isOn) return null
  const [received, time] = [machineMilliseconds(), clock.milliseconds()]
  const entry = new JournalEntry({ owner: journal, id, world: name, method, url, headers, received, time })
  journal.add(entry)
  return entry
}

const entryOfAnswer = Symbol('entry')

interface JournaledAnswer extends ServerResponse {
  [entryOfAnswer]?: JournalEntry
}

/** Fastify has no hook for a connection that ended before the answer had left. One function for all: a closure costs. */
function end(this: JournaledAnswer): void {
  const entry = this[entryOfAnswer]
  if (entry === undefined || entry.duration_ms !== null) return
  entry.lost = true
  if (entry.status === null) entry.complete()
}

let sequence = 0

/** Ids for requests: 16 digits, rising. */
export const nextRequestId = (): string => requestIdOf(++sequence)
