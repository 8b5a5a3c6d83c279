import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { apiErrors } from '#server/domain/errors/protocol-errors.ts'
import { pathOfWorld, tokenOfWorld } from '#server/domain/world-name.ts'
import { ErrorReply } from '#server/http/responses/replies.ts'
import { secondsField } from '#server/http/schema/duration-fields.ts'
import type { AllWorldsResult } from '#server/worlds/all-worlds.ts'
import { TimeSlices } from '#server/worlds/time-slices.ts'
import type { ControlOptions } from '../context.ts'
import { Name, SnapshotReference } from '../protocol/name-field.ts'
import { controlRoute } from '../protocol/route.ts'
import { Warnings, withWarnings } from '../protocol/warnings-field.ts'
import { resolveSource } from './snapshot-reference.ts'

const Origin = z
  .union(
    [
      z.strictObject({ seed: z.string().meta({ example: 'small' }) }),
      z.strictObject({ snapshot: SnapshotReference }),
      z.strictObject({ world: Name }),
    ],
    { error: 'must be one of { "seed": "small" }, { "snapshot": "its-name" } and { "world": "its-name" }' },
  )
  .meta({ description: 'Origin: a seed, a snapshot, or the current state of another world.' })

const WorldReply = z
  .object({
    name: z.string(),
    path: z.string().meta({ description: "Path before `/v5` in the world's URLs.", example: '/w/checkout-test' }),
    base_url: z.string().meta({ example: 'http://127.0.0.1:7468/w/checkout-test/v5' }),
    token: z.string().meta({ description: 'Bearer token that selects the world, for clients with a fixed URL.' }),
    ttl: z.int().nullable().meta({ description: 'Seconds without use after which the world is deleted. null: never.' }),
    warnings: Warnings,
  })
  .meta({ id: 'World' })

const Ttl = secondsField(1).meta({ description: 'Seconds, or text like `10m`.', example: '10m' })

const WorldCreate = z
  .strictObject({ name: Name.optional(), from: Origin.optional(), ttl: Ttl.optional() })
  .meta({ id: 'WorldCreate', example: { name: 'checkout-test', from: { snapshot: 'three-campaigns' } } })
const WorldPath = z.object({ name: Name })
const Reset = z.strictObject({ from: Origin.optional() })
const ResetQuery = z.strictObject({
  world: z
    .literal('all')
    .optional()
    .meta({ description: '`all` resets every world. Snapshots and times to live remain.' }),
})
const Skipped = z
  .array(z.object({ name: z.string(), reason: z.string() }))
  .meta({ id: 'LeftAlone', description: 'Worlds and files that the call skipped, with reasons.' })
const NotAll = ErrorReply.extend({ done: z.array(z.string()).optional(), left: Skipped.optional() }).meta({
  id: 'NotAll',
  description: 'Error with the worlds that the call skipped.',
})
const ResetReply = z.object({
  world: z.string(),
  reset: z.boolean(),
  worlds: z.array(z.string()).optional().meta({ description: 'Names of the reset worlds, with `world=all`.' }),
  left: Skipped.optional(),
  warnings: Warnings,
})

/** Adds the routes of worlds: each has its own data, time, faults, limits and journal. */
export function worldRoutes(app: FastifyInstance, { worlds }: Pick<ControlOptions, 'worlds'>): void {
  const toReply = (name: string, origin: string): z.input<typeof WorldReply> => {
    const path = pathOfWorld(name)
    return { name, path, base_url: `${origin}${path}/v5`, token: tokenOfWorld(name), ttl: worlds.ttlOf(name) ?? null }
  }
  const existing = (name: string): string => {
    if (worlds.has(name)) return name
    throw new ApiError('control.world', { detail: name })
  }

  controlRoute(app, {
    method: 'GET',
    url: '/worlds',
    tag: 'worlds',
    summary: 'List worlds',
    description: 'Returns all worlds, ordered by name.',
    schema: { response: { 200: z.object({ items: z.array(WorldReply) }) } },
    handler: ({ origin }) => ({ items: worlds.names().map((name) => toReply(name, origin)) }),
  })

  controlRoute(app, {
    method: 'POST',
    url: '/worlds',
    tag: 'worlds',
    summary: 'Create a world',
    description:
      "Creates a world from a seed, a snapshot or another world. A world of the server's seed needs no call: the first request to `/w/{name}` creates it.",
    schema: { body: WorldCreate.nullish(), response: { 200: WorldReply } },
    handler: async ({ body, origin, worldName }, reply) => {
      const { value: from, warnings } = resolveSource(worlds.snapshots, worldName, body?.from)
      await worlds.prepare(from)
      return reply.send({ ...toReply(worlds.create({ ...body, from }).name, origin), ...withWarnings(warnings) })
    },
  })

  controlRoute(app, {
    method: 'GET',
    url: '/worlds/:name',
    tag: 'worlds',
    summary: 'Get a world',
    description: 'Returns a world. A world that does not exist yet is a 404.',
    schema: { params: WorldPath, response: { 200: WorldReply } },
    handler: ({ params, origin }) => toReply(existing(params.name), origin),
  })

  controlRoute(app, {
    method: 'DELETE',
    url: '/worlds/:name',
    tag: 'worlds',
    summary: 'Delete a world',
    description: 'Deletes a world with its data. The next call that names it creates a new world.',
    schema: { params: WorldPath, response: { 200: z.object({ deleted: z.array(z.string()) }) } },
    handler: ({ params }) => {
      worlds.remove(existing(params.name))
      return { deleted: [params.name] }
    },
  })

  controlRoute(app, {
    method: 'DELETE',
    url: '/worlds',
    tag: 'worlds',
    summary: 'Delete all worlds',
    description: 'Deletes all worlds. Snapshots remain.',
    schema: { response: { 200: z.object({ deleted: z.array(z.string()), left: Skipped.optional() }), 507: NotAll } },
    handler: async (_request, reply) =>
      doneToAll(reply, await new TimeSlices().finish(worlds.removeAll()), (deleted) => ({ deleted })),
  })

  controlRoute(app, {
    method: 'POST',
    url: '/reset',
    tag: 'worlds',
    summary: 'Reset a world',
    description:
      'Resets a world to the server\'s seed, or to the origin in the body: `{"from": {"seed": "empty"}}`. The clock runs from now again. `world=all` resets every world.',
    schema: { querystring: ResetQuery, body: Reset.nullish(), response: { 200: ResetReply, 507: NotAll } },
    handler: async ({ worldName, query, body }, reply) => {
      const { value: from, warnings } = resolveSource(worlds.snapshots, worldName, body?.from)
      await worlds.prepare(from)
      if (query.world === 'all') {
        const done = await new TimeSlices().finish(worlds.resetAll(from))
        return doneToAll(reply, done, (worlds) => ({ world: 'all', reset: true, worlds, ...withWarnings(warnings) }))
      }
      worlds.reset(worldName, from)
      return reply.send({ world: worldName, reset: true, ...withWarnings(warnings) })
    },
  })
}

/** Sends the result of an action on all worlds; an error that names them when some worlds failed. */
function doneToAll(
  reply: FastifyReply,
  { done, failed, strays }: AllWorldsResult,
  toReply: (done: readonly string[]) => object,
): FastifyReply {
  const left = [...failed, ...strays]
  if (failed.length === 0) return reply.send({ ...toReply(done), ...(left.length > 0 && { left }) })
  const { status, code, message } = apiErrors['control.not-all']
  const reasons = failed.map(({ name, reason }) => `${name} (${reason})`).join(', ')
  return reply.code(status).send({ code, message: `${message}: ${reasons}`, done, left })
}
