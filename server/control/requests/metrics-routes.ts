import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { operations } from '#openapi/operations.ts'
import { CoverageReply, coverageOf } from '#server/inspection/coverage.ts'
import { ruleCatalog } from '#server/registry/rule-catalog.ts'
import type { ControlOptions } from '../context.ts'
import { controlRoute } from '../protocol/route.ts'
import { journalOf } from './journal-of.ts'

const nanoseconds = 1_000_000_000

const CoverageQuery = z.strictObject({
  world: z.literal('all').optional().meta({ description: 'All worlds, those that were reset or deleted included.' }),
})

/** Adds what monitors and CI read: how much of the API clients met, and metrics of the server. */
export function metricsRoutes(
  app: FastifyInstance,
  { worlds, isImplemented }: Pick<ControlOptions, 'worlds' | 'isImplemented'>,
): void {
  controlRoute(app, {
    method: 'GET',
    url: '/coverage',
    tag: 'report',
    summary: 'Read what clients covered',
    description:
      'Returns how many of the operations and rules the clients of this world met, and which they never met.',
    schema: { querystring: CoverageQuery, response: { 200: CoverageReply } },
    handler: async ({ world, query }, reply) => {
      const journal = journalOf(world)
      const { totalsOf } = await import('#server/inspection/report.ts')
      const isAll = query.world === 'all'
      const { counts } = await (isAll ? totalsOf(worlds.journals.all(), worlds.journals.past()) : totalsOf([journal]))
      const implemented = operations.filter(isImplemented).map(({ id }) => id)
      const rules = ruleCatalog(world.rules).filter(({ in_force }) => in_force)
      return reply.send(coverageOf(counts, implemented, rules))
    },
  })

  // Watched from the first reading on: a server that nobody monitors pays nothing.
  let loop: ReturnType<typeof monitorEventLoopDelay> | undefined
  app.addHook('onClose', (_app, done) => {
    loop?.disable()
    done()
  })
  controlRoute(app, {
    method: 'GET',
    url: '/metrics',
    tag: 'server',
    summary: 'Read metrics',
    description:
      'Returns metrics as OpenMetrics, for Prometheus: calls of all worlds by operation and status, worlds, memory, and the delay of the event loop since the last reading.',
    schema: { response: { 200: z.string().meta({ description: 'OpenMetrics text, of version 1.0.0.' }) } },
    handler: async (_request, reply) => {
      const { openMetrics, openMetricsType } = await import('#server/inspection/open-metrics.ts')
      const { totalsOf } = await import('#server/inspection/report.ts')
      const totals = await totalsOf(worlds.journals.all(), worlds.journals.past())
      if (loop === undefined) {
        loop = monitorEventLoopDelay()
        loop.enable()
      }
      const mean = loop.count === 0 ? 0 : loop.mean / nanoseconds
      const max = loop.count === 0 ? 0 : loop.max / nanoseconds
      loop.reset()
      const text = openMetrics(totals, {
        worlds: [...worlds.names()].length,
        worldBytes: worlds.sizeBudget.taken,
        memoryBytes: process.memoryUsage.rss(),
        loopDelay: { mean, max },
      })
      return reply.type(openMetricsType).send(text)
    },
  })
}
