import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { curlOf } from '#server/inspection/curl.ts'
import { RequestView, viewOf } from '#server/inspection/request-view.ts'
import type { ControlOptions } from '../context.ts'
import { controlRoute } from '../protocol/route.ts'
import { entryOf } from './entry-of.ts'

const RequestPath = z.object({ id: z.string() })

/** Adds the routes of one request. */
export function singleRoutes(app: FastifyInstance, options: Pick<ControlOptions, 'worlds'>): void {
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
