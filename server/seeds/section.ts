import { z } from 'zod'
import { defaultFeatures, type Feature } from '../domain/features.ts'
import type { Refusal } from '../domain/rule.ts'
import type { KnownAdAccount } from '../resources/ad-accounts/actions.ts'
import type { World } from '../world.ts'

/** What stands for an entity in a seed until it has an id. */
export const Alias = z.string().min(1).max(100)

/** When the entity came to be: a duration before the world does, such as `-P30D`. */
export const Created = z.string().optional()

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

/** A seed that is refused, with the place in it: `campaigns[3].name`. */
export class SeedRefused extends Error {
  constructor(place: string, reasons: string) {
    super(`${place}: ${reasons}`)
  }
}

/** What a section works with while one of its items is created. */
export interface SeedContext {
  readonly world: World
  /** Where the item stands: `campaigns[3]`. */
  readonly place: string
  /** The entity of another section by its alias; refuses the seed when it is not there, or in no ad account. */
  named(section: string, alias: string): SeededInAccount
  /** The id of any entity of another section by its alias; refuses the seed when it is not there. */
  idNamed(section: string, alias: string): string
  /** Checks the item with the schema of the entity's own creation; times may be durations from now. */
  parsed<Schema extends z.ZodType>(schema: Schema, item: Readonly<Record<string, unknown>>): z.output<Schema>
  /** The stored row; refuses the seed with the rules when it was refused. */
  stored<Row>(outcome: { readonly row: Row } | { readonly refusals: readonly Refusal[] }): Row
  refuse(reason: string): never
}

/** The part of a seed that makes one kind of entity. */
export interface SeedSection {
  /** What the section is called in a seed: `campaigns`. */
  readonly name: string
  /** What an item has beside the fields of the entity's creation; `alias` and `created` are every item's. */
  readonly shape: z.ZodRawShape
  readonly create: (context: SeedContext, item: Readonly<Record<string, unknown>>) => Seeded
}

/** A section whose items are typed by its shape. */
export function seedSection<Shape extends z.ZodRawShape>(section: {
  readonly name: string
  readonly shape: Shape
  readonly create: (context: SeedContext, item: z.output<z.ZodObject<Shape, z.core.$loose>>) => Seeded
}): SeedSection {
  return section as unknown as SeedSection
}
