import { z } from 'zod'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { hasMoreValues } from '#server/http/parsing/json-values.ts'
import { type Aliases, aliasesOf } from '#server/seeds/aliases.ts'
import { applyAtOnce, seeding } from '#server/seeds/apply.ts'
import { SeedError } from '#server/seeds/errors.ts'
import { readSeed, type SeedReading } from '#server/seeds/parse.ts'
import type { World } from '#server/worlds/world.ts'

/** The largest body of a call with a seed, in bytes. */
export const maxSeedBytes = 4 * 2 ** 20
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

/** The ids of seeded entities. */
export const Ids = z.record(z.string(), z.record(z.string(), z.string())).meta({
  id: 'SeededIds',
  description: 'Ids by kind and alias.',
  example: { campaigns: { 'spring-sale': '626700000102' } },
})

/** A seed as calls take it. */
export const Seed = z.union([z.looseObject({}), z.string()], 'is not of type object: send entities by kind').meta({
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

/**
 * Reads the seed of a call.
 *
 * @throws ApiError for one that is invalid or too large.
 */
export function readSeedCall(seed: object | string): SeedReading {
  const reading = orApiError(() => parseSeed(seed))
  refuseLarge(reading.content)
  return reading
}

/**
 * Adds the entities of a seed to a world, all of them or none, and returns their ids.
 *
 * @param bytes The length of the call.
 * @throws ApiError with all mistakes.
 */
export function applySeedCall(world: World, { apply }: SeedReading, bytes: number): Aliases {
  refuseTooManyAliases(world)
  const isLarge = !(bytes <= ordinaryBytes)
  return orApiError(() =>
    applyAtOnce(
      world,
      apply((content) => seeding(world, content)),
      isLarge,
    ),
  )
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
