import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { aliasesOf } from '#server/seeds/aliases.ts'
import { seedJsonSchema } from '#server/seeds/json-schema.ts'
import { nextTurn } from '#server/worlds/time-slices.ts'
import type { ControlOptions } from '../context.ts'
import { controlRoute } from '../protocol/route.ts'
import { applySeedCall, Ids, maxSeedBytes, readSeedCall, Seed } from './seed-call.ts'

/** Accepts YAML as text, for the one route that parses it. */
export function acceptYaml(app: FastifyInstance): void {
  app.addContentTypeParser(/^(application|text)\/(x-)?yaml/, { parseAs: 'string' }, (_request, text, done) =>
    done(null, text),
  )
}

/** Adds the routes of seeds: their names, and entities that are added to a world. */
export function seedRoutes(app: FastifyInstance, { worlds }: Pick<ControlOptions, 'worlds'>): void {
  controlRoute(app, {
    method: 'GET',
    url: '/seeds',
    tag: 'seeds',
    summary: 'List seeds',
    description:
      "Returns the names of the seeds: `default` is the server's seed, followed by its files and the built-in seeds.",
    schema: { response: { 200: z.object({ items: z.array(z.string()) }) } },
    handler: () => ({ items: [...worlds.seeds()] }),
  })

  controlRoute(app, {
    method: 'GET',
    url: '/seed',
    tag: 'seeds',
    summary: 'Read ids by alias',
    description: 'Returns the ids of seeded entities by kind and alias. The latest use of an alias counts.',
    schema: { response: { 200: Ids } },
    handler: ({ world }) => aliasesOf(world) as z.input<typeof Ids>,
  })

  controlRoute(app, {
    method: 'POST',
    url: '/seed',
    tag: 'seeds',
    changesData: true,
    summary: 'Apply a seed',
    description:
      "Adds the seed's entities to this world, all or none, checked against its time, features and rules. References may use ids of existing entities or aliases of earlier seeds. Accepts JSON and `application/yaml`.",
    bodyLimit: maxSeedBytes,
    schema: { body: Seed, response: { 200: Ids } },
    handler: async (request, reply) => {
      const reading = readSeedCall(request.body)
      // Parsing and creation take a turn of the event loop each.
      await nextTurn()
      return reply.send(applySeedCall(request.world, reading, Number(request.headers['content-length'])))
    },
  })

  controlRoute(app, {
    method: 'GET',
    url: '/seed/schema',
    tag: 'seeds',
    summary: 'Get the JSON Schema of seeds',
    description: 'Returns the JSON Schema (draft 2020-12) of seeds. Seed files can reference it as `$schema`.',
    schema: { response: { 200: z.looseObject({ $schema: z.string() }) } },
    handler: () => seedJsonSchema() as { $schema: string },
  })
}
