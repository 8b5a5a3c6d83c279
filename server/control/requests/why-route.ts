import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { SearchBudget } from '#server/dry-run/search-budget.ts'
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
    summary: 'Ask why',
    description:
      'For each refusal the rule, the field, what was sent, how it is known, and the whole request with the smallest change that passes: it was tried on a copy of the world as it is now, and nothing of that was stored, journaled or counted.',
    schema: { params: z.object({ id: z.string() }), response: { 200: WhyReply } },
    handler: async ({ params: { id }, world }, reply) => {
      const entry = entryOf(options, world, id)
      const budget = new SearchBudget()
      const { findPassing } = await import('#server/dry-run/passing-request.ts')
      const leave = await concurrency.enter()
      try {
        const search = await findPassing(entry, { ...options, budget })
        return reply.send(whyOf(entry, options.worlds.rulesOf(entry.world), search))
      } finally {
        leave()
      }
    },
  })
}
