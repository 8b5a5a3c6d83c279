import type { z } from 'zod'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { looksAtBody } from '#server/domain/matching/call-match.ts'
import { Stub, type StubRule } from '#server/domain/stubs/stub.ts'
import { rendererOf } from '#server/domain/stubs/stub-response.ts'
import type { Stubs } from '#server/domain/stubs/stubs.ts'
import { TemplateError } from '#server/domain/stubs/template.ts'
import type { World } from '#server/worlds/world.ts'
import type { WorldRegistry } from '#server/worlds/world-registry.ts'
import { maxHeldCharacters } from '../faults/add-faults.ts'
import { reasonUnanswerable } from './feasibility.ts'
import type { StubCreate } from './schema.ts'

/** The most stubs of a world, and the most that are added at once. */
export const maxStubs = 1000
/** Number of stubs of a world that match on bodies: each of them searches the body of every call that it may answer. */
const maxBodyStubs = 50

type NewStub = z.output<typeof StubCreate>

/**
 * Adds stubs to a world: all of them, or none.
 *
 * @throws ApiError for one that is refused, with its place in the list.
 */
export function addStubs(world: World, worlds: WorldRegistry, added: readonly NewStub[]): readonly Stub[] {
  const { stubs, clock } = world
  checkStubs(stubs, worlds, added)
  // Stubs are not part of the data: without this, a world that does not exist yet would be dropped together with them.
  void world.db
  return added.map((one) => {
    const stub = new Stub(one.id ?? stubs.freeId(), ruleOf(one), clock.seconds())
    stubs.add(stub)
    return stub
  })
}

/** Adds a stub to a world in place of one of the same id. Its counters begin anew. */
export function putStub(world: World, worlds: WorldRegistry, id: string, replacement: NewStub): Stub {
  const { stubs, clock } = world
  checkStubs(stubs, worlds, [replacement], id)
  void world.db
  const stub = new Stub(id, ruleOf(replacement), clock.seconds())
  stubs.add(stub)
  return stub
}

/**
 * Checks that stubs can be added to those of a world, in place of one of them if any.
 *
 * @throws ApiError for one that is refused, with its place in the list.
 */
export function checkStubs(
  stubs: Stubs,
  worlds: Pick<WorldRegistry, 'inMemory'>,
  added: readonly NewStub[],
  replaced?: string,
): void {
  const kept = stubs.list().filter(({ id }) => id !== replaced)
  if (kept.length + added.length > maxStubs) refuse(`a world has ${maxStubs} stubs at the most`)
  const ofBodies = [...kept.map(({ rule }) => rule), ...added].filter(({ match }) => looksAtBody(match)).length
  if (ofBodies > maxBodyStubs && added.some(({ match }) => looksAtBody(match))) {
    refuse(`a world has ${maxBodyStubs} stubs at the most that look into bodies`)
  }
  if (worlds.inMemory.heldCharacters() > maxHeldCharacters) {
    refuse('the faults and stubs of all worlds take too much; delete some')
  }
  const ids = new Set(kept.map(({ id }) => id))
  for (const [index, stub] of added.entries()) {
    const place = added.length === 1 ? '' : `[${index}]: `
    const { id } = stub
    if (id !== undefined && ids.has(id)) throw new ApiError('control.stub-taken', { detail: place + id })
    if (id !== undefined) ids.add(id)
    const reason = reasonUnanswerable(stub.match) ?? reasonUnusable(stub)
    if (reason !== undefined) refuse(place + reason)
  }
}

/** Returns the reason why the templates of a stub cannot be used; undefined when they can. */
function reasonUnusable(stub: NewStub): string | undefined {
  try {
    for (const response of ruleOf(stub).responses) rendererOf(response)
    return undefined
  } catch (error) {
    if (error instanceof TemplateError) return error.message
    throw error
  }
}

/** Returns the rule of a stub: one response is a list of one. */
function ruleOf({ id: _, response, responses = [], ...rule }: NewStub): StubRule {
  const [first = response, ...later] = responses
  if (first === undefined) throw new Error('A stub without a response has passed its schema')
  return { ...rule, responses: [first, ...later] }
}

function refuse(reason: string): never {
  throw new ApiError('control.stub-refused', { detail: reason })
}
