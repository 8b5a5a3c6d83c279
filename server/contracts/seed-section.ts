import { z } from 'zod'
import type { KnownAdAccount } from '#server/domain/ads/ad-account.ts'
import { defaultFeatures, type Feature } from '../domain/ads/features.ts'
import type { Violation } from '../domain/rules/rule.ts'
import type { World } from '../worlds/world.ts'

/** What stands for an entity in a seed until it has an id. */
export const Alias = z.string().min(1).max(100).meta({ description: 'What others in the seed call it by.' })

/** The section whose entities a field of a seed names. */
export const references = z.registry<{ readonly section: string }>()

/** Returns a field that names an entity of a section: by its alias, or by its id when the world has it already. */
export function aliasOf(section: string) {
  const alias = z.string().min(1).max(100)
  const described = alias.meta({ description: `One of the ${section}: its alias, or its id if it is there already.` })
  references.add(described, { section })
  return described
}

/** Features of an ad account, by name. */
export const SeedFeatures = z.partialRecord(z.enum(Object.keys(defaultFeatures) as Feature[]), z.boolean())

/** An entity of the seed that others may name by its alias. */
export interface Seeded {
  readonly id: string
  /** The ad account that it belongs to; absent for what belongs to the user. */
  readonly account?: KnownAdAccount
}

/** An entity of the seed that belongs to an ad account. */
export type SeededInAccount = Required<Seeded>

/** What a section works with while one of its items is created. */
export interface SeedContext {
  readonly world: World
  /** The entity of another section by its alias or id; refuses the seed when it is in no ad account. */
  named(section: string, alias: string): SeededInAccount
  /** The id of any entity of another section by its alias or id. */
  idNamed(section: string, alias: string): string
  /** Checks the item with the schema of the entity's own creation; times may be durations from now. */
  parsed<Schema extends z.ZodType>(schema: Schema, item: Readonly<Record<string, unknown>>): z.output<Schema>
  /** The stored row; refuses the seed with the rules when it was refused. */
  stored<Row>(outcome: { readonly row: Row } | { readonly violations: readonly Violation[] }): Row
  refuse(reason: string): never
}

/** The part of a seed that makes one kind of entity. */
export interface SeedSection {
  /** What the section is called in a seed, and the table of its entities: `campaigns`. */
  readonly name: string
  /** What the entity's own creation takes. */
  readonly creation: z.ZodObject
  /** Fields of the creation that stand in no seed, since an alias gives them. */
  readonly suppliedByAlias: readonly string[]
  /** What an item has beside the fields of the creation, or in their place; `alias` and `created` are every item's. */
  readonly shape: z.ZodRawShape
  readonly create: (context: SeedContext, item: Readonly<Record<string, unknown>>) => Seeded
}

/** Returns a section whose items are typed by its shape. */
export function seedSection<Shape extends z.ZodRawShape>(section: {
  readonly name: string
  readonly creation: z.ZodObject
  readonly suppliedByAlias?: readonly string[]
  readonly shape: Shape
  readonly create: (context: SeedContext, item: z.output<z.ZodObject<Shape, z.core.$loose>>) => Seeded
}): SeedSection {
  return { suppliedByAlias: [], ...section } as unknown as SeedSection
}

/** Returns the section of entities that belong to an ad account and take nothing but what their creation takes. */
export const accountSeed = <Creation extends z.ZodObject>(
  name: string,
  creation: Creation,
  create: (world: World, account: KnownAdAccount, item: z.output<Creation>) => { readonly id: string },
): SeedSection =>
  seedSection({
    name,
    creation,
    shape: { ad_account: aliasOf('ad_accounts') },
    create({ world, named, parsed }, { ad_account, ...item }) {
      const { account } = named('ad_accounts', ad_account)
      return { id: create(world, account, parsed(creation, item)).id, account }
    },
  })
