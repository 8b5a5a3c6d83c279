import { z } from 'zod'
import { secondsOf } from '../domain/duration.ts'
import { Problem } from '../domain/problems.ts'
import { type Refusal, RequestRefused } from '../domain/rule.ts'
import { seedSections } from '../resources/index.ts'
import type { World } from '../world.ts'
import { Alias, Created, type SeedContext, type Seeded, SeedRefused, type SeedSection } from './section.ts'

/**
 * A seed: a list of entities for each section, as their creation takes them, with aliases for what has no id yet. Any
 * `start_time` or `end_time` may be a duration from the moment of seeding, such as `P14D`.
 */
export type SeedContent = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>

/**
 * Creates the seed's entities by the same schemas and rules as calls do, all of them or none. The world's clock must be
 * frozen: it is moved to when each entity came to be, and back.
 */
export function applySeed(world: World, content: unknown): void {
  const seed = checked(seedSchema(), content, 'seed') as SeedContent
  const begun = world.clock.milliseconds()
  const seeded = new Map<string, Seeded>()
  world.write(() => {
    for (const section of seedSections) {
      seed[section.name]?.forEach(({ alias, created, ...item }, index) => {
        const place = `${section.name}[${index}]`
        world.clock.freeze(begun + offsetOf(created, place) * 1000)
        const entity = unlessRefused(() => section.create(contextOf(world, place, begun, seeded), item), place)
        seeded.set(`${section.name} ${alias ?? entity.id}`, entity)
      })
    }
    world.clock.freeze(begun)
  })
}

const seedSchema = () =>
  z.strictObject(
    Object.fromEntries(seedSections.map((section) => [section.name, z.array(itemSchema(section)).default([])])),
  )

const itemSchema = ({ shape }: SeedSection) => z.looseObject({ ...shape, alias: Alias.optional(), created: Created })

/** What the work makes; refuses the seed with the place where a whole request is refused. */
function unlessRefused(work: () => Seeded, place: string): Seeded {
  try {
    return work()
  } catch (error) {
    if (error instanceof Problem) throw new SeedRefused(place, error.message)
    if (!(error instanceof RequestRefused)) throw error
    throw new SeedRefused(place, reasonsOf(error.refusals))
  }
}

const reasonsOf = (refusals: readonly Refusal[]): string =>
  refusals.map(({ rule, message }) => `${message} (${rule})`).join(' ')

function offsetOf(created: unknown, place: string): number {
  const offset = typeof created === 'string' ? secondsOf(created) : 0
  if (offset === undefined) throw new SeedRefused(`${place}.created`, `'${created}' is not a duration such as -P30D`)
  return offset
}

function contextOf(world: World, place: string, begun: number, seeded: ReadonlyMap<string, Seeded>): SeedContext {
  const refuse = (reason: string): never => {
    throw new SeedRefused(place, reason)
  }
  const find = (section: string, alias: string): Seeded => {
    const found = seeded.get(`${section} ${alias}`)
    if (found !== undefined) return found
    const known = [...seeded.keys()].filter((key) => key.startsWith(`${section} `))
    const names = known.map((key) => key.slice(section.length + 1)).join(', ')
    return refuse(`'${alias}' is not among the ${section} of the seed: ${names || 'there are none'}`)
  }
  return {
    world,
    place,
    refuse,
    named(section, alias) {
      const { id, account } = find(section, alias)
      return account === undefined ? refuse(`'${alias}' of ${section} is in no ad account`) : { id, account }
    },
    idNamed: (section, alias) => find(section, alias).id,
    parsed: (schema, item) => checked(schema, timed(item, begun), place),
    stored(outcome) {
      if ('row' in outcome) return outcome.row
      return refuse(reasonsOf(outcome.refusals))
    },
  }
}

function timed(item: Readonly<Record<string, unknown>>, begun: number): Record<string, unknown> {
  const moments = ['start_time', 'end_time'].filter((field) => typeof item[field] === 'string')
  const offsets = moments.map((field) => [field, secondsOf(String(item[field]))] as const)
  return {
    ...item,
    ...Object.fromEntries(offsets.map(([field, offset]) => [field, offset && Math.floor(begun / 1000) + offset])),
  }
}

function checked<Schema extends z.ZodType>(schema: Schema, value: unknown, place: string): z.output<Schema> {
  const result = schema.safeParse(value)
  if (!result.success) throw new SeedRefused(place, z.prettifyError(result.error))
  return result.data
}
