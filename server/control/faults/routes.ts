import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import type { Fault } from '#server/domain/faults/fault.ts'
import { looksAtBody } from '#server/domain/faults/match.ts'
import type { World } from '#server/worlds/world.ts'
import type { ControlOptions } from '../context.ts'
import { controlRoute } from '../protocol/route.ts'
import { reasonUnreachable } from './feasibility.ts'
import { FaultCreate, FaultPath, FaultReply } from './schema.ts'

const mostFaults = 1000
/** Of a world: each looks through the body of every call that it may be for. */
const mostOfBodies = 50
/** Characters of all worlds' faults together: each may have an answer of a megabyte. */
const mostLetters = 16 * 2 ** 20
const Deleted = z.object({ deleted: z.array(z.string()) })

/** Faults of a world: what goes wrong with its requests on purpose. A reset of the world ends them. */
export function faultRoutes(
  app: FastifyInstance,
  { isBuilt, worlds }: Pick<ControlOptions, 'isBuilt' | 'worlds'>,
): void {
  controlRoute(app, {
    method: 'POST',
    url: '/faults',
    tag: 'faults',
    summary: 'Add a fault',
    description:
      'It strikes calls of this world that match, when its trigger says so. One that could never strike is refused with the reason.',
    schema: { body: FaultCreate, response: { 200: FaultReply } },
    handler: ({ world, body: { id, ...rule } }) => {
      const { faults, clock } = world
      if (id !== undefined && faults.find(id) !== undefined) throw new ApiError('control.fault-taken', { detail: id })
      if (faults.list().length >= mostFaults) refuse(`a world has ${mostFaults} faults at the most`)
      if (looksAtBody(rule.match) && faults.bodyCount >= mostOfBodies) {
        refuse(`a world has ${mostOfBodies} faults at the most that look into bodies`)
      }
      if (worlds.faultCharacters() > mostLetters) refuse('the faults of all worlds take too much; delete some')
      const reason = reasonUnreachable(rule, isBuilt)
      if (reason !== undefined) refuse(reason)
      // Faults are not in the data: a world that is not made yet would be forgotten with them.
      void world.db
      return toldOf(faults.add(rule, clock.seconds(), id), world)
    },
  })

  controlRoute(app, {
    method: 'GET',
    url: '/faults',
    tag: 'faults',
    summary: 'List faults',
    description: 'With what they have seen and struck, in the order in which they were added.',
    schema: { response: { 200: z.object({ items: z.array(FaultReply) }) } },
    handler: ({ world }) => ({ items: world.faults.list().map((fault) => toldOf(fault, world)) }),
  })

  controlRoute(app, {
    method: 'GET',
    url: '/faults/:id',
    tag: 'faults',
    summary: 'Get a fault',
    description: 'With what it has seen and struck.',
    schema: { params: FaultPath, response: { 200: FaultReply } },
    handler: ({ world, params: { id } }) => toldOf(found(world, id), world),
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

function refuse(reason: string): never {
  throw new ApiError('control.fault-refused', { detail: reason })
}

function found({ faults }: World, id: string): Fault {
  const fault = faults.find(id)
  if (fault === undefined) throw new ApiError('control.fault', { detail: id })
  return fault
}

function toldOf(fault: Fault, { clock }: World): z.input<typeof FaultReply> {
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
