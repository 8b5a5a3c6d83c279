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

const mostBytes = 4 * 2 ** 20
/** Letters of YAML, which takes ten times as long to read as JSON does. */
const mostOfYaml = 2 ** 19
/** Entities that a call may make: to make one takes up to a ten thousandth of a second, and nobody is answered meanwhile. */
const mostEntities = 2000
/** What their lists may have together, such as the campaigns of labels: each is looked for. */
const mostNames = 10_000
/** Aliases of a world beyond which nothing is put on top of it. */
const mostAliases = 100_000
/** Values of a seed, those of aliases of YAML at every place where they stand. */
const mostValues = 50_000

/** Up to so many bytes a seed is no more than what calls bring. */
const usualBytes = 2 ** 20

const Ids = z.record(z.string(), z.record(z.string(), z.string())).meta({
  id: 'SeededIds',
  description: 'Ids by kind and alias.',
  example: { campaigns: { 'spring-sale': '626700000102' } },
})

const Seed = z.union([z.looseObject({}), z.string()], 'is not of type object: send entities by kind').meta({
  id: 'Seed',
  description: 'A list of entities for each kind, as at `/__mock/seed/schema`; or the same as text of YAML.',
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

/** Takes YAML as text, for the one call that reads it. */
export function acceptYaml(app: FastifyInstance): void {
  app.addContentTypeParser(/^(application|text)\/(x-)?yaml/, { parseAs: 'string' }, (_request, text, done) =>
    done(null, text),
  )
}

/** Seeds: what worlds begin with, and what is put on top of what a world has. */
export function seedRoutes(app: FastifyInstance, { worlds }: Pick<ControlOptions, 'worlds'>): void {
  controlRoute(app, {
    method: 'GET',
    url: '/seeds',
    tag: 'seeds',
    summary: 'List seeds',
    description: "What worlds can be made of by name: `default` is the server's, then its files and the built-in ones.",
    schema: { response: { 200: z.object({ items: z.array(z.string()) }) } },
    handler: () => ({ items: [...worlds.seeds()] }),
  })

  controlRoute(app, {
    method: 'GET',
    url: '/seed',
    tag: 'seeds',
    summary: 'Read ids by alias',
    description: 'What seeds have called the entities of this world. The latest of an alias counts.',
    schema: { response: { 200: Ids } },
    handler: ({ world }) => aliasesOf(world) as z.input<typeof Ids>,
  })

  controlRoute(app, {
    method: 'POST',
    url: '/seed',
    tag: 'seeds',
    summary: 'Apply a seed',
    description:
      'Adds its entities to this world, by its time, features and rules: all of them, or none. What is there already can be named by its id, or by its alias in an earlier seed. Send JSON, or `application/yaml`.',
    bodyLimit: mostBytes,
    schema: { body: Seed, response: { 200: Ids } },
    handler: async (request, reply) => {
      const { content, apply: applying } = orRefusal(() => readingOf(request.body))
      refuseTooMuch(content)
      refuseTooManyAliases(request.world)
      // To read it has taken a turn, and to make its entities takes one as well.
      await nextTurn()
      const isLarge = !(Number(request.headers['content-length']) <= usualBytes)
      return reply.send(
        orRefusal(() =>
          applyAtOnce(
            request.world,
            applying((seed) => seeding(request.world, seed)),
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
    description: 'Draft 2020-12. A seed file may name it as its `$schema`.',
    schema: { response: { 200: z.looseObject({ $schema: z.string() }) } },
    handler: () => seedJsonSchema() as { $schema: string },
  })
}

function readingOf(body: object | string): SeedReading {
  if (typeof body !== 'string') return { content: body, apply: (work) => work(body) }
  if (body.length <= mostOfYaml) return readSeed({ name: '', text: body, language: 'yaml' })
  throw tooMuch(`YAML of up to ${mostOfYaml} characters is taken`)
}

function refuseTooMuch(content: unknown): void {
  if (content === null || typeof content !== 'object') return
  if (hasMoreValues(content, mostValues)) throw tooMuch(`it has more than ${mostValues} values`)
  const lists: unknown[][] = Object.values(content).filter((part) => Array.isArray(part))
  const entities = lists.reduce((sum, list) => sum + list.length, 0)
  if (entities > mostEntities) throw tooMuch(`it has ${entities} entities, and a call takes ${mostEntities}`)
  const named: unknown[] = lists
    .flat()
    .flatMap((entity) => (typeof entity === 'string' ? [] : Object.values(Object(entity))))
  const names = named.reduce<number>((sum, part) => sum + (Array.isArray(part) ? part.length : 0), 0)
  if (names > mostNames) throw tooMuch(`its entities have lists of ${names} together, and a call takes ${mostNames}`)
}

/** All of them are read and written with each seed. */
function refuseTooManyAliases(world: World): void {
  const count = Object.values(aliasesOf(world)).reduce((sum, ids) => sum + Object.keys(ids).length, 0)
  if (count > mostAliases)
    throw new ApiError('control.seed', { detail: `this world has ${count} aliases; reset it, or go on in another` })
}

const tooMuch = (reason: string): ApiError =>
  new ApiError('control.seed', { detail: `${reason}. Send it in parts, or start the server with it: --seed FILE` })

function orRefusal<Result>(work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (error instanceof SeedError) throw new ApiError('control.seed', { detail: error.message })
    throw error
  }
}
