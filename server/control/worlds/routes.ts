import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { pathOfWorld, tokenOfWorld } from '#server/domain/world-name.ts'
import { secondsField } from '#server/http/schema/duration-fields.ts'
import { TimeSlices } from '#server/worlds/time-slices.ts'
import type { ControlOptions } from '../context.ts'
import { Name } from '../protocol/name-field.ts'
import { controlRoute } from '../protocol/route.ts'
import { Warnings, withWarnings } from '../protocol/warnings-field.ts'
import { doneToAll, NotAll, Skipped } from './all-worlds-reply.ts'
import { Origin } from './origin-field.ts'
import { maxSeedBytes } from './seed-call.ts'
import { resolveSource } from './snapshot-reference.ts'
import { contentFields, contentReplyFields, fillerOf } from './world-contents.ts'

const WorldReply = z
  .object({
    name: z.string(),
    path: z.string().meta({ description: 'What stands before `/v5` in its URLs.', example: '/w/checkout-test' }),
    base_url: z.string().meta({ example: 'http://127.0.0.1:7468/w/checkout-test/v5' }),
    token: z.string().meta({ description: 'A bearer token that selects it, for clients whose URL is fixed.' }),
    ttl: z.int().nullable().meta({ description: 'It is deleted when unused for so many seconds; null is never.' }),
    warnings: Warnings,
  })
  .meta({ id: 'World' })

const NewWorldReply = WorldReply.extend(contentReplyFields).meta({ id: 'NewWorld' })

const Ttl = secondsField(1).meta({ description: 'Seconds, or text such as `10m`.', example: '10m' })

const WorldCreate = z
  .strictObject({ name: Name.optional(), from: Origin.optional(), ttl: Ttl.optional(), ...contentFields })
  .meta({
    id: 'WorldCreate',
    example: {
      name: 'checkout-test',
      from: { snapshot: 'three-campaigns' },
      clock: '2026-06-01T12:00:00Z',
      faults: [{ preset: 'deploy' }],
    },
  })
const WorldPath = z.object({ name: Name })
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
    description: 'All that a call has named or that were made, by name.',
    schema: { response: { 200: z.object({ items: z.array(WorldReply) }) } },
    handler: ({ origin }) => ({ items: worlds.names().map((name) => toReply(name, origin)) }),
  })

  controlRoute(app, {
    method: 'POST',
    url: '/worlds',
    tag: 'worlds',
    summary: 'Make a world',
    description:
      'A copy of a seed, a snapshot or another world, with a clock, settings, entities, faults and stubs: all of it, or nothing is made. No call is needed for a world of the seed: naming it in a URL makes it.',
    bodyLimit: maxSeedBytes,
    schema: { body: WorldCreate.nullish(), response: { 200: NewWorldReply } },
    handler: async ({ body, origin, worldName, headers }, reply) => {
      const { name, ttl, from: origins, ...contents } = body ?? {}
      const { value: from, warnings } = resolveSource(worlds.snapshots, worldName, origins)
      await worlds.prepare(from)
      const fill = fillerOf(worlds, contents, Number(headers['content-length']))
      const { world, filled } = worlds.create({ name, from, ttl }, fill)
      const all = [...warnings, ...filled.warnings]
      return reply.send({ ...toReply(world.name, origin), ...filled.reply, ...withWarnings(all) })
    },
  })

  controlRoute(app, {
    method: 'GET',
    url: '/worlds/:name',
    tag: 'worlds',
    summary: 'Get a world',
    description: '404 for one that nobody has named yet.',
    schema: { params: WorldPath, response: { 200: WorldReply } },
    handler: ({ params, origin }) => toReply(existing(params.name), origin),
  })

  controlRoute(app, {
    method: 'DELETE',
    url: '/worlds/:name',
    tag: 'worlds',
    summary: 'Delete a world',
    description: 'With its data. The next call that names it gets a new one.',
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
    description: 'Snapshots stay.',
    schema: { response: { 200: z.object({ deleted: z.array(z.string()), left: Skipped.optional() }), 507: NotAll } },
    handler: async (_request, reply) =>
      doneToAll(reply, await new TimeSlices().finish(worlds.removeAll()), (deleted) => ({ deleted })),
  })
}
