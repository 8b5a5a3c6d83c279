import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { ApiError } from '../domain/errors/api-errors.ts'
import { knownBy } from '../domain/rules/rule.ts'
import { ruleCatalog } from '../registry/rule-catalog.ts'
import type { WorldRegistry } from '../worlds/world-registry.ts'
import type { ControlOptions } from './context.ts'
import { narrow, ofOperation } from './matching/operation-conditions.ts'
import { controlRoute } from './protocol/route.ts'

const CatalogEntry = z
  .object({
    id: z.string(),
    refuses: z.enum(['protocol', 'item', 'request']),
    operations: z.array(z.string()),
    fields: z.array(z.string()),
    status: z.int(),
    code: z.int(),
    message: z.string(),
    evidence: z.enum(knownBy),
    source: z.string(),
    in_force: z.boolean(),
  })
  .meta({ id: 'CatalogueEntry' })

const RulesQuery = z.object({
  operation: z
    .string()
    .optional()
    .meta({ description: 'Returns rules of this operation only.', example: 'campaigns/create' }),
  evidence: z.enum(knownBy).optional(),
})

const RoomReply = z
  .object({
    taken: z.int().meta({ description: 'Bytes of all worlds, open and idle.' }),
    world_limit: z.int().meta({ description: 'Maximum bytes of one world.' }),
    worlds_limit: z.int().meta({ description: 'Maximum bytes of all worlds.' }),
  })
  .meta({ id: 'Room' })

/** Returns the number of rules that are in force in a world without overrides of its own. */
const inForce = ({ rules }: WorldRegistry): number => ruleCatalog(rules).filter(({ in_force }) => in_force).length

/** Adds the routes about the server itself and its rules. */
export function aboutRoutes(app: FastifyInstance, { worlds, about }: Pick<ControlOptions, 'worlds' | 'about'>): void {
  controlRoute(app, {
    method: 'GET',
    url: '/',
    tag: 'server',
    summary: 'Describe the server',
    description:
      'Returns version, URLs, environment variables for clients, the number of active rules, the names of the worlds, and their sizes. URLs have the host of the request.',
    schema: { response: { 200: z.looseObject({ rules: z.int(), worlds: z.array(z.string()), room: RoomReply }) } },
    handler: ({ origin }) => {
      const { taken, world, worlds: worldsLimit } = worlds.sizeBudget
      const room = { taken, world_limit: world, worlds_limit: worldsLimit }
      return { ...about(origin), rules: inForce(worlds), worlds: [...worlds.names()], room }
    },
  })

  controlRoute(app, {
    method: 'GET',
    url: '/rules',
    tag: 'rules',
    summary: 'List rules',
    description: 'Returns the rules of this world, with evidence and source.',
    schema: { querystring: RulesQuery, response: { 200: z.object({ items: z.array(CatalogEntry) }) } },
    handler({ query: { operation, evidence }, world }) {
      const { reason } = narrow(operation === undefined ? [] : [ofOperation(operation)])
      if (reason !== undefined) throw new ApiError('control.match', { detail: reason })
      const items = ruleCatalog(world.rules).filter(
        (rule) =>
          (operation === undefined || rule.operations.includes(operation)) &&
          (evidence === undefined || rule.evidence === evidence),
      )
      return { items: items as z.input<typeof CatalogEntry>[] }
    },
  })
}
