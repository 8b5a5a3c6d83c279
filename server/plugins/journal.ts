import type { FastifyPluginCallback, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { machineSeconds } from '../domain/clock.ts'
import { requestIdOf } from '../domain/ids.ts'
import { requestIdHeader, rulesHeader } from '../http/replies.ts'

/** What is remembered of one request to the API. */
export interface JournalEntry {
  readonly id: string
  readonly world: string
  readonly method: string
  /** The path and query as the client sent them. */
  readonly url: string
  /** Unix seconds of the machine's clock. */
  readonly received: number
  operation: string | null
  /** The HTTP status of the answer; null while there is none. */
  status: number | null
  /** From the request's arrival to the answer's last byte. */
  duration_ms: number | null
  /** The ids of the rules that refused something. */
  rules: readonly string[]
  /** What the API lets pass and production may not forgive. */
  warnings: readonly string[]
  /** Where the server failed, when it did. */
  stack?: string
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The journal's entry of this request. */
    entry: JournalEntry | null
  }
}

const mostEntries = 1000
const bearerInUrl = /(access_token=)[^&]+/g

/** What the plugin needs: where entries go, the latest last. */
export interface JournalPluginOptions {
  readonly journal: JournalEntry[]
}

const plugin: FastifyPluginCallback<JournalPluginOptions> = (app, { journal }, done) => {
  app.decorateRequest('entry', null)
  app.addHook('onRequest', (request, reply, next) => {
    const entry = entryOf(request)
    request.entry = entry
    if (journal.length >= mostEntries) journal.splice(0, mostEntries / 10)
    journal.push(entry)
    reply.header(requestIdHeader, request.id)
    reply.header('x-pinterest-rid', request.id)
    next()
  })
  app.addHook('onSend', (request, reply, payload, next) => {
    const { entry } = request
    if (entry !== null) {
      entry.status = reply.statusCode
      entry.operation = request.operation?.id ?? null
      const rules = reply.getHeader(rulesHeader)
      if (typeof rules === 'string') entry.rules = rules.split(',')
    }
    next(null, payload)
  })
  app.addHook('onResponse', (request, reply, next) => {
    if (request.entry !== null) request.entry.duration_ms = reply.elapsedTime
    next()
  })
  done()
}

/** Remembers the latest requests, each under the id that its answer carries. */
export const journalPlugin = fp(plugin, { name: 'journal', fastify: '5.x' })

let sequence = 0

/** Ids for requests: 16 digits, rising. */
export const nextRequestId = (): string => requestIdOf(++sequence)

const entryOf = (request: FastifyRequest): JournalEntry => ({
  id: request.id,
  world: request.worldName,
  method: request.method,
  url: request.originalUrl.replace(bearerInUrl, '$1…'),
  received: machineSeconds(),
  operation: null,
  status: null,
  duration_ms: null,
  rules: [],
  warnings: [],
})
