import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { secondsField } from '#server/http/schema/duration-fields.ts'
import { listOf } from '#server/http/schema/query-fields.ts'
import { Bodies } from '#server/inspection/request-bodies.ts'
import { Search } from '#server/inspection/search.ts'
import type { ControlOptions } from '../context.ts'
import { checkMatches } from '../matching/match-check.ts'
import { controlRoute } from '../protocol/route.ts'
import { journalOf } from '../requests/journal-of.ts'
import { MatchQuery } from '../requests/match-query.ts'
import { EventCursor } from './event-cursor.ts'
import { eventIdPattern, positionOf } from './event-ids.ts'
import { EventStream } from './event-stream.ts'
import { EventTexts } from './event-texts.ts'
import { PendingCalls } from './pending-calls.ts'

const types = ['call', 'world', 'clock', 'faults', 'stubs', 'snapshots', 'settings'] as const
/** Types of events that clients ask for by name. */
const furtherTypes = ['pending'] as const

/** The most clients that watch at once. */
const maxClients = 50

/** Milliseconds that a client has to take what was written, once the server closes. */
const closeTimeout = 1000

const seconds = (text: unknown): unknown => (typeof text === 'string' && /^\d+$/.test(text) ? Number(text) : text)

const EventsQuery = MatchQuery.omit({ since: true }).extend({
  world: z.literal('all').optional().meta({ description: 'All worlds of the server.' }),
  events: listOf(z.enum([...types, ...furtherTypes])).meta({
    description: 'Types of events; all but `pending` when absent.',
  }),
  last_event_id: z
    .string()
    .regex(eventIdPattern, 'is no id of an event')
    .optional()
    .meta({ description: 'Id of the last event that the client has, if it sends no header `Last-Event-ID`.' }),
  heartbeat: z
    .preprocess(seconds, secondsField(1, 3600))
    .default(15)
    .meta({ description: 'Seconds between comments that show that the connection lives.' }),
})

/** Adds the route that streams events. */
export function eventRoutes(app: FastifyInstance, { worlds }: Pick<ControlOptions, 'worlds'>): void {
  const { journals } = worlds
  const texts = new EventTexts(() => journals.redactor)
  const latest = new Bodies({ budget: Number.POSITIVE_INFINITY })
  const open = new Map<EventStream, FastifyReply['raw']>()
  let isClosing = false
  app.addHook('preClose', async () => {
    isClosing = true
    for (const [stream, response] of open) closeSoon(stream, response)
  })

  controlRoute(app, {
    method: 'GET',
    url: '/events',
    tag: 'events',
    summary: 'Watch events',
    description:
      'Streams what happens in this world as Server-Sent Events: requests with their responses when they have ended (`call`), without bodies, and changes of the world, its clock, faults, stubs and settings. `pending` lists the requests that are still being answered, whenever that list changes. The criteria select requests. `Last-Event-ID` resumes where the journal still has the requests; `gap` says how many it has forgotten.',
    schema: {
      querystring: EventsQuery,
      response: { 200: z.string().meta({ description: 'Server-Sent Events (`text/event-stream`).' }) },
    },
    handler: async (request, reply) => {
      const { world, query, method, headers } = request
      const { world: scope, events: selected, last_event_id, heartbeat, ...match } = query
      const isAll = scope === 'all'
      if (Object.keys(match).length > 0 || (selected?.some((type) => type === 'call' || type === 'pending') ?? false))
        journalOf(world)
      const { ad_account, ...ofAnyWorld } = match
      const warnings = await checkMatches([isAll ? ofAnyWorld : match], { world, use: 'wait' })
      if (open.size >= maxClients) throw new ApiError('control.listeners', { detail: `${maxClients} at most` })
      reply.type('text/event-stream; charset=utf-8')
      reply.header('cache-control', 'no-store, no-transform').header('x-accel-buffering', 'no')
      if (method === 'HEAD') return reply.send('')
      const id = [headers['last-event-id']].flat()[0] || last_event_id
      const now = { number: journals.events.last, calls: isAll ? undefined : world.journal.ended }
      const position = id === undefined ? now : positionOf(journals.events, id)
      const selection = {
        world: isAll ? undefined : world.name,
        types: new Set<string>(selected ?? types),
        isMet: new Search(match, latest).isMet,
      }
      const pending = selected?.includes('pending') ? new PendingCalls(journals, selection) : undefined
      const cursor = new EventCursor({ journals, texts }, selection, position)
      const stream = new EventStream(journals.events, cursor, { heartbeat, warnings, pending })
      open.set(stream, reply.raw)
      stream.once('close', () => {
        open.delete(stream)
        if (open.size === 0) texts.clear()
      })
      if (isClosing) closeSoon(stream, reply.raw)
      return reply.send(stream)
    },
  })
}

/** Ends a stream, and its connection where the client does not read. */
function closeSoon(stream: EventStream, response: FastifyReply['raw']): void {
  stream.close()
  const overdue = setTimeout(() => response.destroy(), closeTimeout).unref()
  response.once('close', () => clearTimeout(overdue))
}
