import { z } from 'zod'
import type { AdAccountContext } from '#server/domain/ads/ad-account.ts'
import { defaultFeatures, type Feature } from '../domain/ads/features.ts'
import type { Outcome } from '../domain/rules/outcome.ts'
import type { Violation } from '../domain/rules/rule.ts'
import type { World } from '../worlds/world.ts'
import type { Pull } from './pull.ts'

/** A name for an entity within a seed, used before the entity has an id. */
export const Alias = z
  .string()
  .min(1)
  .max(100)
  .meta({ description: 'Alias of the entity. Other entities of the seed reference it by the alias.' })

/** Registers the section that a field of a seed refers to. */
export const references = z.registry<{ readonly section: string }>()

/** Returns a field that refers to an entity of a section by its alias, or by its id when the world already has it. */
export function aliasOf(section: string) {
  const alias = z.string().min(1).max(100)
  const described = alias.meta({
    description: `Alias of one of the ${section} in the seed, or the id of an existing one.`,
  })
  references.add(described, { section })
  return described
}

/** The features of an ad account, by name. */
export const SeedFeatures = z.partialRecord(z.enum(Object.keys(defaultFeatures) as Feature[]), z.boolean())

/** An entity that a seed has created, to which others refer by its alias. */
export interface Seeded {
  readonly id: string
  /** The ad account that it belongs to; absent where it belongs to a user. */
  readonly account?: AdAccountContext
}

/** A seeded entity that belongs to an ad account. */
export type SeededInAccount = Required<Seeded>

/** The context in which a section creates one item. */
export interface SeedContext {
  readonly world: World
  /** Returns the entity of another section by its alias or id; refuses the seed when it belongs to no ad account. */
  named(section: string, alias: string): SeededInAccount
  /** Returns the id of an entity of another section by its alias or id. */
  idNamed(section: string, alias: string): string
  /** Parses the item with the schema of the entity's creation. Times may be durations from now. */
  parsed<Schema extends z.ZodType>(schema: Schema, item: Readonly<Record<string, unknown>>): z.output<Schema>
  /** Returns the row of an outcome; refuses the seed with the violated rules when there is none. */
  stored<Row>(outcome: { readonly row: Row } | { readonly violations: readonly Violation[] }): Row
  refuse(reason: string): never
}

/** The section of a seed that creates one kind of entity. */
export interface SeedSection {
  /** The name of the section in a seed, and of the table of its entities: `campaigns`. */
  readonly name: string
  /** The request body of the entity's creation. */
  readonly creation: z.ZodObject
  /** Create fields that a seed omits because an alias supplies them. */
  readonly suppliedByAlias: readonly string[]
  /**
   * The fields that an item has beside those of the creation, or in place of them. Every item also has `alias` and
   * `created`.
   */
  readonly shape: z.ZodRawShape
  readonly create: (context: SeedContext, item: Readonly<Record<string, unknown>>) => Seeded
  /** How `pull` makes items from another server's lists; absent where no list has what an item needs. */
  readonly pull?: Pull
}

/** Returns a section with items typed by its shape. */
export function seedSection<Shape extends z.ZodRawShape>(section: {
  readonly name: string
  readonly creation: z.ZodObject
  readonly suppliedByAlias?: readonly string[]
  readonly shape: Shape
  readonly create: (context: SeedContext, item: z.output<z.ZodObject<Shape, z.core.$loose>>) => Seeded
  readonly pull?: Pull
}): SeedSection {
  return { suppliedByAlias: [], ...section } as unknown as SeedSection
}

/**
 * Returns the section of entities that belong to an ad account and have no fields beside those of their creation.
 *
 * @param create Creates one, and returns its row, or the outcome of the rules.
 * @param pull How `pull` makes its items.
 */
export const accountSeed = <Creation extends z.ZodObject>(
  name: string,
  creation: Creation,
  create: (
    world: World,
    account: AdAccountContext,
    item: z.output<Creation>,
  ) => { readonly id: string } | Outcome<{ readonly id: string }>,
  pull?: Pull,
): SeedSection =>
  seedSection({
    name,
    creation,
    ...(pull && { pull }),
    shape: { ad_account: aliasOf('ad_accounts') },
    create({ world, named, parsed, stored }, { ad_account, ...item }) {
      const { account } = named('ad_accounts', ad_account)
      const created = create(world, account, parsed(creation, item))
      return { id: 'id' in created ? created.id : stored(created).id, account }
    },
  })
