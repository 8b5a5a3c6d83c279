import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import type { Fault } from '#server/domain/faults/fault.ts'
import { presetNames } from '#server/domain/faults/presets.ts'
import type { World } from '#server/worlds/world.ts'
import type { ControlOptions } from '../context.ts'
import { checkMatches } from '../matching/match-check.ts'
import { oneOrList } from '../protocol/one-or-list.ts'
import { controlRoute } from '../protocol/route.ts'
import { Warnings, withWarnings } from '../protocol/warnings-field.ts'
import { addFaults, maxFaults } from './add-faults.ts'
import { expandPresets, presetReply } from './presets.ts'
import { FaultCreate, FaultPath, FaultReply, PresetCreate, PresetReply } from './schema.ts'

const Deleted = z.object({ deleted: z.array(z.string()) })
const Page = z.object({ items: z.array(FaultReply), warnings: Warnings })
const Body = oneOrList(z.union([FaultCreate, PresetCreate]), maxFaults)

/** Adds the routes of a world's faults. A reset of the world deletes them. */
export function faultRoutes(app: FastifyInstance, { worlds }: Pick<ControlOptions, 'worlds'>): void {
  controlRoute(app, {
    method: 'POST',
    url: '/faults',
    tag: 'faults',
    summary: 'Add faults',
    description:
      'Adds one fault, a list (all or none), or the faults of a named failure: `{"preset": "deploy"}`. A fault applies to matching calls of this world according to its trigger. A fault that could never apply is refused with the reason.',
    schema: { body: Body, response: { 200: z.union([FaultReply, Page]) } },
    handler: async ({ world, body }, reply) => {
      const faults = expandPresets(world, [body].flat())
      const matches = faults.map(({ match }) => match)
      const warnings = withWarnings(
        await checkMatches(matches, { world, use: 'fault', error: 'control.fault-refused' }),
      )
      const added = addFaults(world, worlds, faults).map((fault) => replyOf(fault, world))
      world.journal.announce('faults', { action: 'added', ids: added.map(({ id }) => id) })
      const [only] = added
      const isOne = !Array.isArray(body) && !('preset' in body) && only !== undefined
      return reply.send(isOne ? { ...only, ...warnings } : { items: added, ...warnings })
    },
  })

  controlRoute(app, {
    method: 'GET',
    url: '/faults/presets',
    tag: 'faults',
    summary: 'List named failures',
    description: 'Returns named failures of production with their meaning, evidence and faults.',
    schema: { response: { 200: z.object({ items: z.array(PresetReply) }) } },
    handler: () => ({ items: presetNames.map(presetReply) }),
  })

  controlRoute(app, {
    method: 'GET',
    url: '/faults',
    tag: 'faults',
    summary: 'List faults',
    description: 'Returns the faults in order of addition, with the numbers of matching and affected calls.',
    schema: { response: { 200: Page } },
    handler: ({ world }) => ({ items: world.faults.list().map((fault) => replyOf(fault, world)) }),
  })

  controlRoute(app, {
    method: 'GET',
    url: '/faults/:id',
    tag: 'faults',
    summary: 'Get a fault',
    description: 'Returns a fault with the numbers of matching and affected calls.',
    schema: { params: FaultPath, response: { 200: FaultReply } },
    handler: ({ world, params: { id } }) => replyOf(found(world, id), world),
  })

  controlRoute(app, {
    method: 'DELETE',
    url: '/faults/:id',
    tag: 'faults',
    summary: 'Delete a fault',
    description: 'Deletes a fault. Requests that it already affects continue unchanged.',
    schema: { params: FaultPath, response: { 200: Deleted } },
    handler: ({ world, params: { id } }) => {
      world.faults.remove(found(world, id).id)
      world.journal.announce('faults', { action: 'deleted', ids: [id] })
      return { deleted: [id] }
    },
  })

  controlRoute(app, {
    method: 'DELETE',
    url: '/faults',
    tag: 'faults',
    summary: 'Delete all faults',
    description: 'Deletes all faults of this world.',
    schema: { response: { 200: Deleted } },
    handler: ({ world: { faults, journal } }) => {
      const deleted = faults.list().map(({ id }) => id)
      for (const id of deleted) faults.remove(id)
      if (deleted.length > 0) journal.announce('faults', { action: 'deleted', ids: deleted })
      return { deleted }
    },
  })
}

function found({ faults }: World, id: string): Fault {
  const fault = faults.find(id)
  if (fault === undefined) throw new ApiError('control.fault', { detail: id })
  return fault
}

function replyOf(fault: Fault, { clock }: World): z.input<typeof FaultReply> {
  const { id, created, expires, matched, hits, remaining } = fault
  const { match, trigger, effect, seed = null, times = null } = fault.rule
  const active = fault.isActive(clock.seconds())
  return {
    id,
    match: { ...match },
    trigger: { ...trigger },
    effect: { ...effect },
    seed,
    times,
    created,
    expires,
    active,
    matched,
    hits,
    remaining,
  }
}
