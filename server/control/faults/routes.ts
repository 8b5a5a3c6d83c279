import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import type { Fault } from '#server/domain/faults/fault.ts'
import { presetNames } from '#server/domain/faults/presets.ts'
import type { World } from '#server/worlds/world.ts'
import type { ControlOptions } from '../context.ts'
import { oneOrList } from '../protocol/one-or-list.ts'
import { controlRoute } from '../protocol/route.ts'
import { addFaults, maxFaults } from './add-faults.ts'
import { expandPresets, presetReply } from './presets.ts'
import { FaultCreate, FaultPath, FaultReply, PresetCreate, PresetReply } from './schema.ts'

const Deleted = z.object({ deleted: z.array(z.string()) })
const Page = z.object({ items: z.array(FaultReply) })
const Body = oneOrList(z.union([FaultCreate, PresetCreate]), maxFaults)

/** Adds the routes of a world's faults. A reset of the world deletes them. */
export function faultRoutes(app: FastifyInstance, { worlds }: Pick<ControlOptions, 'worlds'>): void {
  controlRoute(app, {
    method: 'POST',
    url: '/faults',
    tag: 'faults',
    summary: 'Add faults',
    description:
      'One, a list of which all are added or none, or the faults of a failure by name: `{"preset": "deploy"}`. A fault strikes calls of this world that match, when its trigger says so. One that could never strike is refused with the reason.',
    schema: { body: Body, response: { 200: z.union([FaultReply, Page]) } },
    handler: ({ world, body }) => {
      const added = addFaults(world, worlds, expandPresets(world, [body].flat())).map((fault) => replyOf(fault, world))
      const [only] = added
      return Array.isArray(body) || 'preset' in body || only === undefined ? { items: added } : only
    },
  })

  controlRoute(app, {
    method: 'GET',
    url: '/faults/presets',
    tag: 'faults',
    summary: 'List failures',
    description: 'Failures of production by name: what they stand for, how they are known, and their faults.',
    schema: { response: { 200: z.object({ items: z.array(PresetReply) }) } },
    handler: () => ({ items: presetNames.map(presetReply) }),
  })

  controlRoute(app, {
    method: 'GET',
    url: '/faults',
    tag: 'faults',
    summary: 'List faults',
    description: 'With what they have seen and struck, in the order in which they were added.',
    schema: { response: { 200: Page } },
    handler: ({ world }) => ({ items: world.faults.list().map((fault) => replyOf(fault, world)) }),
  })

  controlRoute(app, {
    method: 'GET',
    url: '/faults/:id',
    tag: 'faults',
    summary: 'Get a fault',
    description: 'With what it has seen and struck.',
    schema: { params: FaultPath, response: { 200: FaultReply } },
    handler: ({ world, params: { id } }) => replyOf(found(world, id), world),
  })

  controlRoute(app, {
    method: 'DELETE',
    url: '/faults/:id',
    tag: 'faults',
    summary: 'Delete a fault',
    description: 'Requests that it has struck already go on as it says.',
    schema: { params: FaultPath, response: { 200: Deleted } },
    handler: ({ world, params: { id } }) => {
      world.faults.remove(found(world, id).id)
      return { deleted: [id] }
    },
  })

  controlRoute(app, {
    method: 'DELETE',
    url: '/faults',
    tag: 'faults',
    summary: 'Delete all faults',
    description: 'Of this world.',
    schema: { response: { 200: Deleted } },
    handler: ({ world: { faults } }) => {
      const deleted = faults.list().map(({ id }) => id)
      for (const id of deleted) faults.remove(id)
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
