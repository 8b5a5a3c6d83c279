import type { z } from 'zod'
import { atOnce, type Steps } from '#db/steps.ts'
import type { SeedContext, Seeded } from '../contracts/seed-section.ts'
import { ApiError } from '../domain/errors/api-errors.ts'
import { RuleViolationError, type Violation } from '../domain/rules/rule.ts'
import { allRules } from '../registry/rules.ts'
import type { World } from '../worlds/world.ts'
import { type Aliases, addAliases, aliasesOf, existing } from './aliases.ts'
import { type CheckedSeed, checkSeed, type SeedTrust } from './check.ts'
import { SeedError, type SeedMistake, SeedMistakes } from './errors.ts'
import { mistakesOf } from './messages.ts'
import { knownFields, millisecondsOf, timed } from './schema.ts'

/**
 * Creates the seed's entities by the same schemas and rules as calls do, all of them or none, and gives their ids by
 * alias. The world's clock is moved to when each entity came to be, and back. `isLarge` says that there may be more of it
 * than a request to the API can bring.
 *
 * @throws SeedError with all that breaks the schema, or all that a rule refuses.
 */
export const applySeed = (
  world: World,
  content: unknown,
  { isLarge, ...trust }: SeedTrust & { readonly isLarge?: boolean } = {},
): Aliases => applyAtOnce(world, seeding(world, content, trust), isLarge)

/** Does all steps of seeding in one transaction. `isLarge` says that it may write more than a request can bring. */
export const applyAtOnce = (world: World, steps: Steps<Aliases>, isLarge?: boolean): Aliases =>
  world.write(() => atOnce(steps), isLarge)

/** The same an entity a step, in no transaction of its own. */
export function* seeding(world: World, content: unknown, trust?: SeedTrust): Steps<Aliases> {
  const standing = world.clock.state
  world.clock.freeze()
  try {
    return yield* create(world, content, trust)
  } finally {
    world.clock.restore(standing)
  }
}

/** Stands in for what was refused, so that what names it is not refused for that. */
const refused = Symbol('refused')
class NamesRefused extends Error {}
type Made = ReadonlyMap<string, Seeded | typeof refused>

function* create(world: World, content: unknown, trust?: SeedTrust): Steps<Aliases> {
  const begun = world.clock.milliseconds()
  const earlier = aliasesOf(world)
  const made = new Map<string, Seeded | typeof refused>()
  const ids = new Map<string, Map<string, string>>()
  const mistakes = new SeedMistakes()
  for (const one of checkSeed(world, earlier, content, trust)) {
    const { section, alias, created, item } = one
    world.clock.freeze(created === undefined ? begun : millisecondsOf(created, begun))
    const entity = attempt(one, mistakes, () => section.create(contextOf(world, one, begun, made, earlier), item))
    if (alias !== undefined) {
      made.set(`${section.name} ${alias}`, entity)
      if (entity !== refused) ids.set(section.name, (ids.get(section.name) ?? new Map()).set(alias, entity.id))
    }
    yield
  }
  if (mistakes.count > 0) throw new SeedError(mistakes)
  const added = Object.fromEntries([...ids].map(([section, named]) => [section, Object.fromEntries(named)]))
  addAliases(world, added)
  return added
}

/** What the work makes, or else notes what is wrong with the item. */
function attempt({ path, item }: CheckedSeed, mistakes: SeedMistakes, work: () => Seeded): Seeded | typeof refused {
  try {
    return work()
  } catch (error) {
    if (error instanceof SeedError) mistakes.addAll(error.mistakes)
    else if (error instanceof RuleViolationError) {
      for (const one of error.violations) mistakes.add(() => mistakeOf(one, path, item))
    } else if (error instanceof ApiError) mistakes.add(() => ({ path, reason: error.message }))
    else if (!(error instanceof NamesRefused)) throw error
    return refused
  }
}

/** A rule's refusal at the field that it is about, where the item has it. */
function mistakeOf({ rule, message }: Violation, path: readonly PropertyKey[], item: CheckedSeed['item']): SeedMistake {
  const field = allRules.find(({ id }) => id === rule)?.fields.find((name) => Object.hasOwn(item, name))
  return { path: field === undefined ? path : [...path, field], reason: `${message.trimEnd()} (${rule})` }
}

function contextOf(world: World, one: CheckedSeed, begun: number, made: Made, earlier: Aliases): SeedContext {
  const { path, item } = one
  const refuse = (reason: string): never => {
    throw new SeedError([{ path, reason }])
  }
  const find = (section: string, alias: string): Seeded => {
    const found = made.get(`${section} ${alias}`) ?? existing(world, earlier, section, alias)
    if (found === refused) throw new NamesRefused()
    return found ?? refuse(`'${alias}' is not among the ${section}`)
  }
  return {
    world,
    refuse,
    named(section, alias) {
      const { id, account } = find(section, alias)
      return account === undefined ? refuse(`'${alias}' of ${section} is in no ad account`) : { id, account }
    },
    idNamed: (section, alias) => find(section, alias).id,
    parsed<Schema extends z.ZodType>(schema: Schema, fields: Readonly<Record<string, unknown>>): z.output<Schema> {
      const given = timed(fields, begun)
      const result = schema.safeParse(given)
      if (result.success) return result.data
      const within = mistakesOf(result.error.issues, given, knownFields)
      const told = within.told.map(({ path: deeper, reason }) => ({ path: [...path, ...deeper], reason }))
      throw new SeedError(new SeedMistakes(told, within.more))
    },
    stored(outcome) {
      if ('row' in outcome) return outcome.row
      throw new SeedError(outcome.violations.map((refusal) => mistakeOf(refusal, path, item)))
    },
  }
}
