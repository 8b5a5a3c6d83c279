import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import type { CallMatch } from '#server/domain/matching/call-match.ts'
import type { Stub } from '#server/domain/stubs/stub.ts'
import type { World } from '#server/worlds/world.ts'
import type { ControlOptions } from '../context.ts'
import { checkMatches } from '../matching/match-check.ts'
import { Name } from '../protocol/name-field.ts'
import { oneOrList } from '../protocol/one-or-list.ts'
import { controlRoute } from '../protocol/route.ts'
import { Warnings, withWarnings } from '../protocol/warnings-field.ts'
import { addStubs, maxStubs, putStub } from './add-stubs.ts'
import { StubCreate, StubPath, StubReplacement, StubReply } from './schema.ts'

const Deleted = z.object({ deleted: z.array(z.string()) })
const Page = z.object({ items: z.array(StubReply), warnings: Warnings })

/** Adds the routes of a world's stubs. A reset of the world deletes them. */
export function stubRoutes(app: FastifyInstance, { worlds }: Pick<ControlOptions, 'worlds'>): void {
  controlRoute(app, {
    method: 'POST',
    url: '/stubs',
    tag: 'stubs',
    summary: 'Add stubs',
    description:
      'Adds one stub or a list, all or none. A stub answers matching calls of this world, with or without an operation. A stub that could never answer is refused with the reason.',
    schema: { body: oneOrList(StubCreate, maxStubs), response: { 200: z.union([StubReply, Page]) } },
    handler: async ({ world, body }, reply) => {
      const warnings = await warningsOf(world, [body].flat())
      const added = addStubs(world, worlds, [body].flat()).map((stub) => replyOf(stub, world))
      world.journal.announce('stubs', { action: 'added', ids: added.map(({ id }) => id) })
      const [only] = added
      return reply.send(
        Array.isArray(body) || only === undefined ? { items: added, ...warnings } : { ...only, ...warnings },
      )
    },
  })

  controlRoute(app, {
    method: 'GET',
    url: '/stubs',
    tag: 'stubs',
    summary: 'List stubs',
    description: 'Returns the stubs in the order of matching, with the number of answered calls.',
    schema: { response: { 200: Page } },
    handler: ({ world }) => ({ items: world.stubs.list().map((stub) => replyOf(stub, world)) }),
  })

  controlRoute(app, {
    method: 'GET',
    url: '/stubs/:id',
    tag: 'stubs',
    summary: 'Get a stub',
    description: 'Returns a stub with the number of answered calls.',
    schema: { params: StubPath, response: { 200: StubReply } },
    handler: ({ world, params: { id } }) => replyOf(found(world, id), world),
  })

  controlRoute(app, {
    method: 'PUT',
    url: '/stubs/:id',
    tag: 'stubs',
    summary: 'Replace a stub',
    description: 'Adds the stub under this id and replaces an existing one. Its counts start at 0.',
    schema: { params: z.object({ id: Name }), body: StubReplacement, response: { 200: StubReply } },
    handler: async ({ world, params: { id }, body }, reply) => {
      const warnings = await warningsOf(world, [body])
      const stub = putStub(world, worlds, id, body)
      world.journal.announce('stubs', { action: 'added', ids: [id] })
      return reply.send({ ...replyOf(stub, world), ...warnings })
    },
  })

  controlRoute(app, {
    method: 'DELETE',
    url: '/stubs/:id',
    tag: 'stubs',
    summary: 'Delete a stub',
    description: 'Deletes a stub. Its calls reach the next stub or the operation.',
    schema: { params: StubPath, response: { 200: Deleted } },
    handler: ({ world, params: { id } }) => {
      world.stubs.remove(found(world, id).id)
      world.journal.announce('stubs', { action: 'deleted', ids: [id] })
      return { deleted: [id] }
    },
  })

  controlRoute(app, {
    method: 'DELETE',
    url: '/stubs',
    tag: 'stubs',
    summary: 'Delete all stubs',
    description: 'Deletes all stubs of this world, with the states of their scenarios.',
    schema: { response: { 200: Deleted } },
    handler: ({ world: { stubs, journal } }) => {
      const deleted = stubs.list().map(({ id }) => id)
      stubs.clear()
      if (deleted.length > 0) journal.announce('stubs', { action: 'deleted', ids: deleted })
      return { deleted }
    },
  })
}

/** Checks what stubs match, and returns the field of the response that warns of it. */
const warningsOf = async (world: World, stubs: readonly { readonly match: CallMatch }[]) =>
  withWarnings(
    await checkMatches(
      stubs.map(({ match }) => match),
      { world, use: 'stub', error: 'control.stub-refused' },
    ),
  )

function found({ stubs }: World, id: string): Stub {
  const stub = stubs.find(id)
  if (stub === undefined) throw new ApiError('control.stub', { detail: id })
  return stub
}

function replyOf(stub: Stub, { clock }: World): z.input<typeof StubReply> {
  const { id, created, expires, hits, remaining } = stub
  const { match, responses, scenario = null, requires = null, sets = null, priority, times = null } = stub.rule
  return {
    id,
    match: { ...match },
    responses: responses.map((response) => ({ ...response })),
    scenario,
    requires,
    sets,
    priority,
    times,
    created,
    expires,
    active: stub.isActive(clock.seconds()),
    hits,
    remaining,
  }
}
