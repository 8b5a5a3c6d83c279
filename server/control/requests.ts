import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Problem } from '../domain/problems.ts'
import type { ControlOptions } from './index.ts'
import { controlRoute } from './route.ts'

const RequestsQuery = z.object({ world: z.string().optional(), limit: z.coerce.number().int().min(1).default(100) })
const RequestPath = z.object({ id: z.string() })
const Entry = z.looseObject({ id: z.string() })

/** What the server was asked. */
export function requestRoutes(app: FastifyInstance, { journal }: Pick<ControlOptions, 'journal'>): void {
  controlRoute(app, {
    method: 'GET',
    url: '/requests',
    tag: 'requests',
    summary: 'List requests',
    description: 'The latest requests to the API, oldest first.',
    schema: { querystring: RequestsQuery, response: { 200: z.object({ items: z.array(Entry) }) } },
    handler: ({ query: { world, limit } }) => ({
      items: journal
        .filter((entry) => world === undefined || entry.world === world)
        .slice(-limit)
        .map((entry) => ({ ...entry })),
    }),
  })

  controlRoute(app, {
    method: 'GET',
    url: '/requests/:id',
    tag: 'requests',
    summary: 'Get a request',
    description: 'By the id that its answer has as `x-mock-request-id`.',
    schema: { params: RequestPath, response: { 200: Entry } },
    handler: ({ params: { id } }) => {
      const entry = journal.find((one) => one.id === id)
      if (entry === undefined) throw new Problem('control.request', { detail: id })
      return { ...entry }
    },
  })
}
