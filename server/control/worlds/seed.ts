import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { hasMoreValues } from '#server/http/parsing/json-values.ts'
import { aliasesOf } from '#server/seeds/aliases.ts'
import { applyAtOnce, seeding } from '#server/seeds/apply.ts'
import { SeedError } from '#server/seeds/errors.ts'
import { seedJsonSchema } from '#server/seeds/json-schema.ts'
import { readSeed, type SeedReading } from '#server/seeds/parse.ts'
import { nextTurn } from '#server/worlds/time-slices.ts'
import type { World } from '#server/worlds/world.ts'
import type { ControlOptions } from '../context.ts'
import { controlRoute } from '../protocol/route.ts'

const maxBytes = 4 * 2 ** 20
/** Characters of YAML, which takes ten times as long to parse as JSON. */
const maxYaml = 2 ** 19
/** Number of entities of one call: each takes up to 0.1 ms, during which nothing else is answered. */
const maxEntities = 2000
/** Number of items in their lists, such as the campaigns of labels: each is looked up. */
const maxNames = 10_000
/** Number of aliases of a world beyond which it accepts no seed. */
const maxAliases = 100_000
/** Number of values of a seed, with YAML aliases expanded. */
const maxValues = 50_000

/** Bytes up to which a seed is no larger than the requests of the API. */
const ordinaryBytes = 2 ** 20

const Ids = z.record(z.string(), z.record(z.string(), z.string())).meta({
  id: 'SeededIds',
  description: 'Ids by kind and alias.',
  example: { campaigns: { 'spring-sale': '626700000102' } },
})

const Seed = z.union([z.looseObject({}), z.string()], 'is not of type object: send entities by kind').meta({
  id: 'Seed',
  description: 'A list of entities for each kind, by the schema at `/__mock/seed/schema`, or the same as YAML text.',
  example: {
    ad_accounts: [{ alias: 'shop', name: 'Shop' }],
    campaigns: [
      {
        alias: 'spring-sale',
        ad_account: 'shop',
        name: 'Spring sale',
        objective_type: 'AWARENESS',
        daily_spend_cap: 20_000_000,
      },
    ],
  },
})

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
    summary: 'Apply a seed',
    description:
      "Adds the seed's entities to this world, all or none, checked against its time, features and rules. References may use ids of existing entities or aliases of earlier seeds. Accepts JSON and `application/yaml`.",
    bodyLimit: maxBytes,
    schema: { body: Seed, response: { 200: Ids } },
    handler: async (request, reply) => {
      const { content, apply: applySteps } = orApiError(() => parseSeed(request.body))
      refuseLarge(content)
      refuseTooManyAliases(request.world)
      // Parsing and creation take a turn of the event loop each.
      await nextTurn()
      const isLarge = !(Number(request.headers['content-length']) <= ordinaryBytes)
      return reply.send(
        orApiError(() =>
          applyAtOnce(
            request.world,
            applySteps((seed) => seeding(request.world, seed)),
            isLarge,
          ),
        ),
      )
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

function parseSeed(body: object | string): SeedReading {
  if (typeof body !== 'string') return { content: body, apply: (work) => work(body) }
  if (body.length <= maxYaml) return readSeed({ name: '', text: body, language: 'yaml' })
  throw tooLarge(`YAML of up to ${maxYaml} characters is taken`)
}

function refuseLarge(content: unknown): void {
  if (content === null || typeof content !== 'object') return
  if (hasMoreValues(content, maxValues)) throw tooLarge(`it has more than ${maxValues} values`)
  const lists: unknown[][] = Object.values(content).filter((part) => Array.isArray(part))
  const entities = lists.reduce((sum, list) => sum + list.length, 0)
  if (entities > maxEntities) throw tooLarge(`it has ${entities} entities, and a call takes ${maxEntities}`)
  const fields: unknown[] = lists
    .flat()
    .flatMap((entity) => (typeof entity === 'string' ? [] : Object.values(Object(entity))))
  const names = fields.reduce<number>((sum, part) => sum + (Array.isArray(part) ? part.length : 0), 0)
  if (names > maxNames) throw tooLarge(`its entities have lists of ${names} together, and a call takes ${maxNames}`)
}

/** All aliases are read and written with each seed. */
function refuseTooManyAliases(world: World): void {
  const count = Object.values(aliasesOf(world)).reduce((sum, ids) => sum + Object.keys(ids).length, 0)
  if (count > maxAliases)
    throw new ApiError('control.seed', { detail: `this world has ${count} aliases; reset it, or go on in another` })
}

const tooLarge = (reason: string): ApiError =>
  new ApiError('control.seed', { detail: `${reason}. Send it in parts, or start the server with it: --seed FILE` })

function orApiError<Result>(work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (error instanceof SeedError) throw new ApiError('control.seed', { detail: error.message })
    throw error
  }
}
