import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { catalogue } from '../catalogue.ts'
import { Problem } from '../domain/problems.ts'
import { takeUploads } from '../http/uploads.ts'
import type { JournalEntry } from '../plugins/journal.ts'
import type { Stage } from '../stage.ts'

/** What control works on. */
export interface ControlOptions {
  readonly stage: Stage
  readonly journal: readonly JournalEntry[]
  /** What this server is, for a person who asks. */
  readonly about: Readonly<Record<string, unknown>>
}

const RulesQuery = z.object({ operation: z.string().optional(), evidence: z.string().optional() })
const RequestsQuery = z.object({ world: z.string().optional(), limit: z.coerce.number().int().min(1).default(100) })
const RequestPath = z.object({ id: z.string() })

/** The mock's own API, under `/__mock`: outside authentication, counting and the journal. */
export async function controlRoutes(app: FastifyInstance, { stage, journal, about }: ControlOptions): Promise<void> {
  app.get('/', () => ({ ...about, worlds: stage.names() }))

  app.get('/rules', { schema: { querystring: RulesQuery } }, ({ query }) => {
    const { operation, evidence } = RulesQuery.parse(query)
    const items = catalogue(stage.rules).filter(
      (rule) =>
        (operation === undefined || rule.operations.includes(operation)) &&
        (evidence === undefined || rule.evidence === evidence),
    )
    return { items }
  })

  app.get('/requests', { schema: { querystring: RequestsQuery } }, ({ query }) => {
    const { world, limit } = RequestsQuery.parse(query)
    return { items: journal.filter((entry) => world === undefined || entry.world === world).slice(-limit) }
  })

  app.get('/requests/:id', { schema: { params: RequestPath } }, ({ params }) => {
    const { id } = RequestPath.parse(params)
    const entry = journal.find((one) => one.id === id)
    if (entry === undefined) throw new Problem('control.request', { detail: id })
    return entry
  })

  takeUploads(app)

  app.post('/reset', ({ worldName }) => {
    stage.reset(worldName)
    return { world: worldName, reset: true }
  })
}
