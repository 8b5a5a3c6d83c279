import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { isoOf } from '#server/domain/time/clock.ts'
import { pathOfWorld, tokenOfWorld } from '#server/domain/world-name.ts'
import { secondsField } from '#server/http/schema/duration-fields.ts'
import { TimeSlices } from '#server/worlds/time-slices.ts'
import type { World } from '#server/worlds/world.ts'
import type { ControlOptions } from '../context.ts'
import { Name } from '../protocol/name-field.ts'
import { controlRoute } from '../protocol/route.ts'
import { Warnings, withWarnings } from '../protocol/warnings-field.ts'
import { doneToAll, NotAll, Skipped } from './all-worlds-reply.ts'
import { Origin } from './origin-field.ts'
import { maxSeedBytes } from './seed-call.ts'
import { resolveSource } from './snapshot-reference.ts'
import { checkContents, contentFields, contentReplyFields, fillerOf } from './world-contents.ts'

const WorldReply = z
  .object({
    name: z.string(),
    path: z.string().meta({ description: "Path before `/v5` in the world's URLs.", example: '/w/checkout-test' }),
    base_url: z.string().meta({ example: 'http://127.0.0.1:7468/w/checkout-test/v5' }),
    token: z.string().meta({ description: 'Bearer token that selects the world, for clients with a fixed URL.' }),
    ttl: z.int().nullable().meta({ description: 'Seconds without use after which the world is deleted. null: never.' }),
    bytes: z.int().meta({ description: 'Bytes that the world takes.' }),
    last_used: z
      .string()
      .nullable()
      .meta({ description: "Time of the latest request in its journal by the machine's clock. null: there is none." }),
    warnings: Warnings,
  })
  .meta({ id: 'World' })

const NewWorldReply = WorldReply.extend(contentReplyFields).meta({ id: 'NewWorld' })

const Ttl = secondsField(1).meta({ description: 'Seconds, or text like `10m`.', example: '10m' })

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
/** Returns warnings about the contents of a new world, which is deleted again when they are refused. */
async function checkedContents(worlds: ControlOptions['worlds'], world: World): Promise<readonly string[]> {
  try {
    return await checkContents(world)
  } catch (error) {
    worlds.remove(world.name)
    throw error
  }
}

/** Adds the routes of worlds: each has its own data, time, faults, limits and journal. */
export function worldRoutes(app: FastifyInstance, { worlds }: Pick<ControlOptions, 'worlds'>): void {
  const toReply = (name: string, origin: string): z.input<typeof WorldReply> => {
    const path = pathOfWorld(name)
    const received = worlds.inMemory.peek(name)?.journal.entries.at(-1)?.received
    return {
      name,
      path,
      base_url: `${origin}${path}/v5`,
      token: tokenOfWorld(name),
      ttl: worlds.ttlOf(name) ?? null,
      bytes: worlds.images.bytesOf(name),
      last_used: received === undefined ? null : isoOf(received),
    }
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
      "Creates a world from a seed, a snapshot or another world, with an optional clock, settings, entities, faults and stubs. When a part is refused, no world is created. A world of the server's seed needs no call: the first request to `/w/{name}` creates it.",
    bodyLimit: maxSeedBytes,
    schema: { body: WorldCreate.nullish(), response: { 200: NewWorldReply } },
    handler: async ({ body, origin, worldName, headers }, reply) => {
      const { name, ttl, from: origins, ...contents } = body ?? {}
      const { value: from, warnings } = resolveSource(worlds.snapshots, worldName, origins)
      await worlds.sources.prepare(from)
      const fill = fillerOf(worlds, contents, Number(headers['content-length']))
      const { world, filled } = worlds.create({ name, from, ttl }, fill)
      const all = [...warnings, ...filled.warnings, ...(await checkedContents(worlds, world))]
      return reply.send({ ...toReply(world.name, origin), ...filled.reply, ...withWarnings(all) })
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
}
