import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { curlOf } from '#server/inspection/curl.ts'
import { Har, harEntryOf, harHead } from '#server/inspection/har.ts'
import { RequestView, viewOf } from '#server/inspection/request-view.ts'
import type { ControlOptions } from '../context.ts'
import { controlRoute } from '../protocol/route.ts'
import { entryOf, entryOfAny } from './entry-of.ts'

const RequestPath = z.object({ id: z.string() })

/** Adds the routes of one request. */
export function singleRoutes(app: FastifyInstance, options: Pick<ControlOptions, 'worlds'>): void {
  controlRoute(app, {
    method: 'GET',
    url: '/requests/:id',
    tag: 'requests',
    summary: 'Get a request',
    description:
      'Returns the request with the id in the response header `x-mock-request-id`. `as=curl` returns a command that repeats it, `as=har` an HTTP archive (HAR) 1.2 of it alone.',
    schema: {
      params: RequestPath,
      querystring: z.object({
        as: z.enum(['json', 'curl', 'har']).default('json'),
        world: z.literal('all').optional().meta({ description: '`all` finds the request in any world.' }),
      }),
      response: { 200: z.union([RequestView, Har]) },
    },
    handler: ({ params: { id }, query, world, origin }, reply) => {
      const entry = query.world === 'all' ? entryOfAny(options, world, id) : entryOf(options, world, id)
      if (query.as === 'json') return viewOf(entry)
      if (query.as === 'har') return { log: { ...harHead(0), entries: [harEntryOf(entry, origin)] } }
      return reply.type('text/plain; charset=utf-8').send(curlOf(entry, origin))
    },
  })
}
