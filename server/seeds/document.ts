import { z } from 'zod'
import { defaultFeatures } from '../domain/features.ts'

const Alias = z.string().min(1).max(100)
const Features = z.partialRecord(z.enum(Object.keys(defaultFeatures) as (keyof typeof defaultFeatures)[]), z.boolean())

/** When the entity came to be: a duration before the world does, such as `-P30D`. */
const Created = z.string().optional()

/**
 * A seed: entities as their creation takes them, with aliases for what has no id yet. Any `start_time` or `end_time`
 * may be a duration from the moment of seeding, such as `P14D`. What is not named here is checked by the schema of the
 * entity's own creation.
 */
export const SeedDocument = z.strictObject({
  ad_accounts: z
    .array(z.looseObject({ alias: Alias.optional(), features: Features.optional(), created: Created }))
    .default([]),
  campaigns: z.array(z.looseObject({ alias: Alias.optional(), ad_account: Alias, created: Created })).default([]),
  ad_groups: z.array(z.looseObject({ alias: Alias.optional(), campaign: Alias, created: Created })).default([]),
  labels: z
    .array(
      z.looseObject({
        alias: Alias.optional(),
        ad_account: Alias,
        campaigns: z.array(Alias).default([]),
        status: z.enum(['ACTIVE', 'ARCHIVED']).optional(),
      }),
    )
    .default([]),
})

/** A seed as it is written. */
export type SeedDocument = z.input<typeof SeedDocument>
