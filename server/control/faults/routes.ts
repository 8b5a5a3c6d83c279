import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import type { Fault } from '#server/domain/faults/fault.ts'
import { looksAtBody } from '#server/domain/matching/call-match.ts'
import type { World } from '#server/worlds/world.ts'
import type { ControlOptions } from '../context.ts'
import { controlRoute } from '../protocol/route.ts'
import { reasonUnreachable } from './feasibility.ts'
import { FaultCreate, FaultPath, FaultReply } from './schema.ts'

const maxFaults = 1000
/**
 * Number of faults of a world that match on bodies: each of them searches the body of every call that it may apply to.
 */
const maxBodyFaults = 50
/** Characters of the faults of all worlds together: each may have a response of a megabyte. */
const maxCharacters = 16 * 2 ** 20
const Deleted = z.object({ deleted: z.array(z.string()) })

/** Adds the routes of a world's faults. A reset of the world deletes them. */
export function faultRoutes(
  app: FastifyInstance,
  { isImplemented, worlds }: Pick<ControlOptions, 'isImplemented' | 'worlds'>,
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
      if (faults.list().length >= maxFaults) refuse(`a world has ${maxFaults} faults at the most`)
      if (looksAtBody(rule.match) && faults.bodyCount >= maxBodyFaults) {
        refuse(`a world has ${maxBodyFaults} faults at the most that look into bodies`)
      }
      if (worlds.faultCharacters() > maxCharacters) refuse('the faults of all worlds take too much; delete some')
      const reason = reasonUnreachable(rule, isImplemented)
      if (reason !== undefined) refuse(reason)
      // Faults are not part of the data: without this, a world that does not exist yet would be dropped together with
      // them.
      void world.db
      return replyOf(faults.add(rule, clock.seconds(), id), world)
    },
  })

  controlRoute(app, {
    method: 'GET',
    url: '/faults',
    tag: 'faults',
    summary: 'List faults',
    description: 'With what they have seen and struck, in the order in which they were added.',
    schema: { response: { 200: z.object({ items: z.array(FaultReply) }) } },
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

function refuse(reason: string): never {
  throw new ApiError('control.fault-refused', { detail: reason })
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
