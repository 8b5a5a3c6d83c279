import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Problem } from '../domain/problems.ts'
import { aliasesOf } from '../seeds/aliases.ts'
import { applySeed } from '../seeds/apply.ts'
import { seedJsonSchema } from '../seeds/json-schema.ts'
import { SeedRefused } from '../seeds/refused.ts'
import { withContent } from '../seeds/text.ts'
import type { ControlOptions } from './index.ts'
import { controlRoute } from './route.ts'

const mostBytes = 64 * 2 ** 20

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
export function takeYaml(app: FastifyInstance): void {
  app.addContentTypeParser(/^(application|text)\/(x-)?yaml/, { parseAs: 'string' }, (_request, text, done) =>
    done(null, text),
  )
}

/** Seeds: what worlds begin with, and what is put on top of what a world has. */
export function seedRoutes(app: FastifyInstance, { stage }: Pick<ControlOptions, 'stage'>): void {
  controlRoute(app, {
    method: 'GET',
    url: '/seeds',
    tag: 'seeds',
    summary: 'List seeds',
    description: "What worlds can be made of by name: `default` is the server's, then its files and the built-in ones.",
    schema: { response: { 200: z.object({ items: z.array(z.string()) }) } },
    handler: () => ({ items: [...stage.seeds()] }),
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
    handler: ({ world, body, headers }) => {
      const isLarge = !(Number(headers['content-length']) <= usualBytes)
      const apply = (content: unknown) => applySeed(world, content, { isLarge })
      return orRefusal(() =>
        typeof body === 'string' ? withContent({ name: '', text: body, language: 'yaml' }, apply) : apply(body),
      ) as z.input<typeof Ids>
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

function orRefusal<Result>(work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (error instanceof SeedRefused) throw new Problem('control.seed', { detail: error.message })
    throw error
  }
}
