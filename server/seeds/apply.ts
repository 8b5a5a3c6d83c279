import type { z } from 'zod'
import { type IncrementalTask, runToCompletion } from '#db/incremental-task.ts'
import type { SeedContext, Seeded } from '../contracts/seed-section.ts'
import { ApiError } from '../domain/errors/api-errors.ts'
import { RuleViolationError, type Violation } from '../domain/rules/rule.ts'
import { allRules } from '../registry/rules.ts'
import type { World } from '../worlds/world.ts'
import { type Aliases, addAliases, aliasesOf, existing } from './aliases.ts'
import { type CheckedSeed, checkSeed, type SeedTrust } from './check.ts'
import { SeedError, type SeedMistake, SeedMistakes } from './errors.ts'
import { createWithId } from './kept-ids.ts'
import { mistakesOf } from './mistakes.ts'
import { millisecondsOf, seedFieldsAt, timed } from './schema.ts'

/**
 * Creates a seed's entities by the same schemas and rules as calls of the API, all of them or none, and returns their
 * ids by alias. The world's clock is set to each entity's creation time, and restored. `isLarge` allows for more data
 * than a request to the API can bring.
 *
 * @throws SeedError with all violations of the schema, unknown references and aliases, and violations of rules.
 */
export const applySeed = (
  world: World,
  content: unknown,
  { isLarge, ...trust }: SeedTrust & { readonly isLarge?: boolean } = {},
): Aliases => applyAtOnce(world, seeding(world, content, trust), isLarge)

/** Runs all steps of seeding in one transaction. `isLarge` allows for more data than a request can bring. */
export const applyAtOnce = (world: World, steps: IncrementalTask<Aliases>, isLarge?: boolean): Aliases =>
  world.write(() => runToCompletion(steps), isLarge)

/** Creates one entity for each step, without a transaction of its own. */
export function* seeding(world: World, content: unknown, trust?: SeedTrust): IncrementalTask<Aliases> {
  const [clockState, { rules }] = [world.clock.state, world]
  world.clock.freeze()
  rules.isSeeding = true
  try {
    return yield* create(world, content, trust)
  } finally {
    rules.isSeeding = false
    world.clock.restore(clockState)
  }
}

/** Replaces a refused entity, so that others which refer to it are not reported too. */
const refused = Symbol('refused')
class RefersToRefused extends Error {}
type CreatedEntities = ReadonlyMap<string, Seeded | typeof refused>

function* create(world: World, content: unknown, trust?: SeedTrust): IncrementalTask<Aliases> {
  const seededAt = world.clock.milliseconds()
  const earlier = aliasesOf(world)
  const created = new Map<string, Seeded | typeof refused>()
  const ids = new Map<string, Map<string, string>>()
  const { entities, mistakes, refused: refusedAliases } = checkSeed(world, earlier, content, trust)
  for (const [section, aliases] of refusedAliases) {
    for (const alias of aliases) created.set(`${section} ${alias}`, refused)
  }
  // Also where there are mistakes: whoever mends a seed wants to know at once what the rules refuse in the rest of it.
  for (const one of entities) {
    const { section, alias, id, created: createdField, item } = one
    world.clock.freeze(createdField === undefined ? seededAt : millisecondsOf(createdField, seededAt))
    const entity = attempt(one, mistakes, () => {
      const context = contextOf(world, one, seededAt, created, earlier)
      const create = () => section.create(context, item)
      return id === undefined ? create() : createWithId(world, section.name, id, create, context.refuse)
    })
    if (id !== undefined) created.set(`${section.name} ${id}`, entity)
    if (alias !== undefined) {
      created.set(`${section.name} ${alias}`, entity)
      if (entity !== refused) ids.set(section.name, (ids.get(section.name) ?? new Map()).set(alias, entity.id))
    }
    yield
  }
  if (mistakes.count > 0) throw new SeedError(mistakes.inOrderOf(content))
  const added = Object.fromEntries([...ids].map(([section, named]) => [section, Object.fromEntries(named)]))
  addAliases(world, added)
  return added
}

/** Returns the entity that `work` creates; on a refusal, records the mistakes of the item. */
function attempt({ path, item }: CheckedSeed, mistakes: SeedMistakes, work: () => Seeded): Seeded | typeof refused {
  try {
    return work()
  } catch (error) {
    if (error instanceof SeedError) mistakes.addAll(error.mistakes)
    else if (error instanceof RuleViolationError) {
      for (const one of error.violations) mistakes.add(() => mistakeOf(one, path, item))
    } else if (error instanceof ApiError) mistakes.add(() => ({ path, reason: error.message }))
    else if (!(error instanceof RefersToRefused)) throw error
    return refused
  }
}

/** Returns the mistake for a violation, at the rule's field where the item has it. */
function mistakeOf({ rule, message }: Violation, path: readonly PropertyKey[], item: CheckedSeed['item']): SeedMistake {
  const field = allRules.find(({ id }) => id === rule)?.fields.find((name) => Object.hasOwn(item, name))
  return { path: field === undefined ? path : [...path, field], reason: `${message.trimEnd()} (${rule})` }
}

function contextOf(
  world: World,
  one: CheckedSeed,
  seededAt: number,
  created: CreatedEntities,
  earlier: Aliases,
): SeedContext {
  const { path, item } = one
  const refuse = (reason: string): never => {
    throw new SeedError([{ path, reason }])
  }
  const find = (section: string, alias: string): Seeded => {
    const found = created.get(`${section} ${alias}`) ?? existing(world, earlier, section, alias)
    if (found === refused) throw new RefersToRefused()
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
      const timedFields = timed(fields, seededAt)
      const result = schema.safeParse(timedFields)
      if (result.success) return result.data
      const nested = mistakesOf(result.error.issues, timedFields, seedFieldsAt)
      const described = nested.described.map(({ path: deeper, reason }) => ({ path: [...path, ...deeper], reason }))
      throw new SeedError(new SeedMistakes(described, nested.more))
    },
    stored(outcome) {
      if ('row' in outcome) return outcome.row
      throw new SeedError(outcome.violations.map((violation) => mistakeOf(violation, path, item)))
    },
  }
}
