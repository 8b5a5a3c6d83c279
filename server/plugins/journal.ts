import type { ServerResponse } from 'node:http'
import type { FastifyPluginCallback, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { longRequestIdOf } from '../domain/ids.ts'
import { machineMilliseconds } from '../domain/time/clock.ts'
import { checkedName } from '../domain/world-name.ts'
import type { WorldCheck } from '../http/made-worlds.ts'
import { requestIdHeader, rulesHeader } from '../http/responses/replies.ts'
import { isOfConsole } from '../journal/console-calls.ts'
import { JournalEntry } from '../journal/entry.ts'
import type { World } from '../worlds/world.ts'

/** Options of the plugin. */
export interface JournalPluginOptions {
  /** Throws for a world that may not be used; every world may when absent. */
  readonly checkWorld?: WorldCheck | undefined
}

const plugin: FastifyPluginCallback<JournalPluginOptions> = (app, { checkWorld }, done) => {
  app.decorateRequest('entry', null)
  app.addHook('onRequest', (request, reply, next) => {
    const { id } = request
    reply.header(requestIdHeader, id)
    reply.header('x-pinterest-rid', id)
    reply.header('x-pinterest-rid-128bit', longRequestIdOf(id))
    const entry = journaled(request, request.world)
    if (entry !== null) {
      request.entry = entry
      const response: JournaledResponse = reply.raw
      response[entryOfResponse] = entry
      response.on('close', end)
    }
    // After the entry is made: the journal also has calls to worlds whose name is invalid, or which nobody has made.
    checkedName(request.worldName)
    checkWorld?.(request.worldName)
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
    if (entry) {
      entry.duration_ms = reply.elapsedTime
      entry.end()
    }
    next()
  })
  done()
}

/** Records the latest requests of each world, each under the id that its response carries. */
export const journalPlugin = fp(plugin, { name: 'journal', dependencies: ['worlds'], fastify: '5.x' })

/**
 * Adds the request to the journal of its world, or to the calls of the console, and returns the entry; null where the
 * journal is off.
 */
export function journaled(request: FastifyRequest, { name, clock, journal }: World): JournalEntry | null {
  const { id, method, originalUrl: url, headers } = request
  if (!journal.isOn) return null
  const [received, time] = [machineMilliseconds(), clock.milliseconds()]
  const owner = isOfConsole(headers) ? journal.ofConsole : journal
  const entry = new JournalEntry({ owner, id, world: name, method, url, headers, received, time })
  owner.add(entry)
  return entry
}

const entryOfResponse = Symbol('entry')

interface JournaledResponse extends ServerResponse {
  [entryOfResponse]?: JournalEntry
}

/**
 * Marks the entry as lost when the connection ended before the response was sent, for which Fastify has no hook. One
 * function for all entries: a closure for each costs time.
 */
function end(this: JournaledResponse): void {
  const entry = this[entryOfResponse]
  if (entry === undefined || entry.duration_ms !== null) return
  entry.lost = true
  if (entry.status === null) entry.complete()
  entry.end()
}
