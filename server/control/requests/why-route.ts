import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { whyOf } from '#server/inspection/why.ts'
import { WhyReply } from '#server/inspection/why-schema.ts'
import type { ControlOptions } from '../context.ts'
import { ConcurrencyLimit } from '../protocol/concurrency-limit.ts'
import { controlRoute } from '../protocol/route.ts'
import { entryOf } from './entry-of.ts'

/** Searches at the same time: each has a copy of a world in memory. */
const maxConcurrent = 2

/** Adds the route that explains the outcome of a request. */
export function whyRoute(app: FastifyInstance, options: Pick<ControlOptions, 'worlds' | 'auth'>): void {
  const concurrency = new ConcurrencyLimit(maxConcurrent)

  controlRoute(app, {
    method: 'GET',
    url: '/requests/:id/why',
    tag: 'requests',
    summary: 'Explain a refusal',
    description:
      'Returns for each violation the rule, the field, the value that was sent, the evidence, and the whole request with the smallest change that passes. The request is found by tests on a copy of the world in its present state, which are neither stored nor journaled nor counted.',
    schema: { params: z.object({ id: z.string() }), response: { 200: WhyReply } },
    handler: async ({ params: { id }, world }, reply) => {
      const entry = entryOf(options, world, id)
      const { findPassing } = await import('../dry-run/passing-request.ts')
      const leave = await concurrency.enter()
      try {
        const search = await findPassing(entry, options)
        return reply.send(whyOf(entry, options.worlds.rulesOf(entry.world), search))
      } finally {
        leave()
      }
    },
  })
}
