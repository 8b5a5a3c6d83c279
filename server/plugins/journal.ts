import type { ServerResponse } from 'node:http'
import type { FastifyPluginCallback } from 'fastify'
import fp from 'fastify-plugin'
import { longRequestIdOf } from '../domain/ids.ts'
import type { Headers } from '../domain/redaction/redactor.ts'
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
    reply.headers(idHeaders(request.id))
    const entry = journaled(request, request.world)
    if (entry !== null) {
      request.entry = entry
      endWith(reply.raw, entry)
    }
    // After the entry is made: the journal also has calls to worlds whose name is invalid, or which nobody has made.
    checkedName(request.worldName)
    checkWorld?.(request.worldName)
    next()
  })
  app.addHook('onSend', (request, reply, payload, next) => {
    const { entry } = request
    if (entry) {
      const rules = reply.getHeader(rulesHeader)
      if (typeof rules === 'string') entry.rules = rules.split(',')
      recordAnswer(entry, { status: reply.statusCode, headers: reply.getHeaders(), payload })
    }
    next(null, payload)
  })
  done()
}

/** Records the latest requests of each world, each under the id that its response carries. */
export const journalPlugin = fp(plugin, { name: 'journal', dependencies: ['worlds'], fastify: '5.x' })

/** Returns the response headers with the id of a request, of which two are the real service's. */
export const idHeaders = (id: string) => ({
  [requestIdHeader]: id,
  'x-pinterest-rid': id,
  'x-pinterest-rid-128bit': longRequestIdOf(id),
})

/** What the journal knows of a request when it arrives. */
export interface JournaledRequest {
  readonly id: string
  readonly method: string
  /** The URL before it was rewritten. */
  readonly originalUrl: string
  readonly headers: Headers
}

/**
 * Adds the request to the journal of its world, or to the calls of the console, and returns the entry; null where the
 * journal is off.
 */
export function journaled(request: JournaledRequest, { name, clock, journal }: World): JournalEntry | null {
  const { id, method, originalUrl: url, headers } = request
  if (!journal.isOn) return null
  const [received, time] = [machineMilliseconds(), clock.milliseconds()]
  const owner = isOfConsole(headers) ? journal.ofConsole : journal
  const entry = new JournalEntry({ owner, id, world: name, method, url, headers, received, time })
  owner.add(entry)
  return entry
}

/** What is sent in answer to a request. */
interface SentAnswer {
  readonly status: number
  readonly headers: Headers
  /** Recorded where it is text. */
  readonly payload: unknown
}

/** Records the answer to a request, which is about to be sent. */
export function recordAnswer(entry: JournalEntry, { status, headers, payload }: SentAnswer): void {
  entry.status = status
  entry.answerHeaders = headers
  if (typeof payload === 'string') entry.answered(payload)
  entry.complete()
}

const entryOf = Symbol('entry')
const startOf = Symbol('start')

interface JournaledResponse extends ServerResponse {
  [entryOf]?: JournalEntry
  /** Milliseconds of the process. */
  [startOf]?: number
}

/** Ends an entry, which has just been made, with its response. One function for all: a closure for each costs time. */
export function endWith(response: JournaledResponse, entry: JournalEntry): void {
  response[entryOf] = entry
  response[startOf] = performance.now()
  response.on('finish', endSent).on('close', endLost)
}

/** Ends the entry once: requests that are injected finish their responses twice. */
function endSent(this: JournaledResponse): void {
  const { [entryOf]: entry, [startOf]: start = 0 } = this
  if (entry === undefined || entry.isEnded) return
  entry.duration_ms = performance.now() - start
  entry.end()
}

/** Ends the entry as lost where the connection ended before the response was sent. */
function endLost(this: JournaledResponse): void {
  const { [entryOf]: entry } = this
  if (entry === undefined || entry.isEnded) return
  entry.lost = true
  if (entry.status === null) entry.complete()
  entry.end()
}
