import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { curlOf } from '#server/inspection/curl.ts'
import { RequestView, viewOf } from '#server/inspection/request-view.ts'
import { WhyReply, whyOf } from '#server/inspection/why.ts'
import type { JournalEntry } from '#server/journal/entry.ts'
import type { World } from '#server/worlds/world.ts'
import type { ControlOptions } from '../context.ts'
import { controlRoute } from '../protocol/route.ts'
import { journalOf } from './journal-of.ts'
import { missingWorldJournals } from './missing-worlds.ts'

/**
 * Returns the world's request of an id, also from before a reset; at the server's root also one to a world that does
 * not exist.
 */
function entryOf({ worlds }: Pick<ControlOptions, 'worlds'>, world: World, id: string): JournalEntry {
  let entry = journalOf(world).find(id) ?? worlds.journals.find(id, world.name)
  for (const missing of missingWorldJournals(worlds, world)) entry ??= missing.find(id)
  if (entry === undefined) throw new ApiError('control.request', { detail: id })
  return entry
}

const RequestPath = z.object({ id: z.string() })

/** Adds the routes of one request. */
export function singleRoutes(app: FastifyInstance, options: Pick<ControlOptions, 'worlds'>): void {
  controlRoute(app, {
    method: 'GET',
    url: '/requests/:id/why',
    tag: 'requests',
    summary: 'Explain a refusal',
    description:
      'Returns for each violation the rule, the field, the value that was sent, the evidence, and a value that passes.',
    schema: { params: RequestPath, response: { 200: WhyReply } },
    handler: ({ params: { id }, world }) => {
      const entry = entryOf(options, world, id)
      return whyOf(entry, options.worlds.rulesOf(entry.world))
    },
  })

  controlRoute(app, {
    method: 'GET',
    url: '/requests/:id',
    tag: 'requests',
    summary: 'Get a request',
    description:
      'Returns the request with the id in the response header `x-mock-request-id`. `as=curl` returns a command that repeats it.',
    schema: {
      params: RequestPath,
      querystring: z.object({ as: z.enum(['json', 'curl']).default('json') }),
      response: { 200: RequestView },
    },
    handler: ({ params: { id }, query, world, origin }, reply) => {
      const entry = entryOf(options, world, id)
      if (query.as === 'json') return viewOf(entry)
      return reply.type('text/plain; charset=utf-8').send(curlOf(entry, origin))
    },
  })
}
