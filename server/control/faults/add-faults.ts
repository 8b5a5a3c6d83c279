import { ApiError } from '#server/domain/errors/api-errors.ts'
import type { Fault, FaultRule } from '#server/domain/faults/fault.ts'
import type { Faults } from '#server/domain/faults/faults.ts'
import { looksAtBody } from '#server/domain/matching/call-match.ts'
import type { Stubs } from '#server/domain/stubs/stubs.ts'
import type { World } from '#server/worlds/world.ts'
import type { WorldRegistry } from '#server/worlds/world-registry.ts'
import { isOfStub } from '../matching/stubbed-paths.ts'
import { reasonUnreachable } from './feasibility.ts'

/** The most faults of a world, and the most that are added at once. */
export const maxFaults = 1000
/**
 * Number of faults of a world that match on bodies: each of them searches the body of every call that it may apply to.
 */
const maxBodyFaults = 50
/** Characters of the faults and stubs of all worlds together: each may have a response of a megabyte. */
export const maxHeldCharacters = 16 * 2 ** 20

/** A fault that is to be added, under a free id when it has none. */
export type NewFault = FaultRule & { readonly id?: string | undefined }

/**
 * Adds faults to a world: all of them, or none.
 *
 * @throws ApiError for one that is refused, with its place in the list.
 */
export function addFaults(world: World, worlds: WorldRegistry, faults: readonly NewFault[]): readonly Fault[] {
  checkFaults(world, worlds, faults)
  // Faults are not part of the data: without this, a world that does not exist yet would be dropped together with them.
  void world.db
  return faults.map(({ id, ...rule }) => world.faults.add(rule, world.clock.seconds(), id))
}

/**
 * Checks that faults can be added to those of a world.
 *
 * @param world What the world has already; a new world has nothing.
 * @throws ApiError for one that is refused.
 */
export function checkFaults(
  { faults, stubs }: { readonly faults: Faults; readonly stubs: Stubs },
  worlds: Pick<WorldRegistry, 'inMemory'>,
  added: readonly NewFault[],
): void {
  if (faults.list().length + added.length > maxFaults) refuse(`a world has ${maxFaults} faults at the most`)
  const ofBodies = added.filter(({ match }) => looksAtBody(match)).length
  if (ofBodies > 0 && faults.bodyCount + ofBodies > maxBodyFaults) {
    refuse(`a world has ${maxBodyFaults} faults at the most that look into bodies`)
  }
  if (worlds.inMemory.heldCharacters() > maxHeldCharacters)
    refuse('the faults and stubs of all worlds take too much; delete some')
  const ids = new Set<string>()
  for (const [index, { id, ...rule }] of added.entries()) {
    const place = added.length === 1 ? '' : `[${index}]: `
    if (id !== undefined && (ids.has(id) || faults.find(id) !== undefined)) {
      throw new ApiError('control.fault-taken', { detail: `${place}${id}` })
    }
    if (id !== undefined) ids.add(id)
    const mayMeetStub = rule.effect.type !== 'items' && isOfStub(rule.match, stubs)
    const reason = mayMeetStub ? undefined : reasonUnreachable(rule)
    if (reason !== undefined) refuse(place + reason)
  }
}

function refuse(reason: string): never {
  throw new ApiError('control.fault-refused', { detail: reason })
}
