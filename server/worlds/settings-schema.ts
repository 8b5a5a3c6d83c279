import { z } from 'zod'
import { defaultFeatures, type Feature } from '../domain/ads/features.ts'
import { apiVersions } from '../domain/api-version/versions.ts'
import { profileNames } from '../domain/profiles/profiles.ts'
import type { ApiTarget } from '../domain/profiles/target.ts'
import { type LimitSetting, rateCategories, windows } from '../domain/rate-limit/rate-limits.ts'
import type { ActiveTransition } from '../domain/time/transition.ts'

/** The names of all features. */
export const featureNames = Object.keys(defaultFeatures) as Feature[]
const FeatureValues = z.partialRecord(z.enum(featureNames), z.boolean())
/** Features by ad account id, or for all ad accounts as `*`. */
export const featuresSchema = z.record(z.string().regex(/^(\*|\d+)$/), FeatureValues)
const RuleValue = z.strictObject({
  code: z.int().optional(),
  message: z.string().max(10_000).optional(),
  off: z.boolean().optional(),
  status: z.int().min(400).max(599).optional(),
  observed: z.iso.date().optional(),
})
/** Overrides of rules by their ids. */
export const rulesSchema = z.record(z.string(), RuleValue)

const Figures = z.strictObject({
  per_second: z.int().min(0).optional(),
  per_minute: z.int().min(0).optional(),
  per_day: z.int().min(0).optional(),
} satisfies Record<keyof typeof windows, z.ZodType>)

/** The rate limits of a world, as options and test control accept them. */
export const Limits = z.union(
  [z.enum(['off', 'trial', 'standard']), z.partialRecord(z.enum(['*', ...rateCategories]), Figures)],
  { error: `Allowed: off, trial, standard, or JSON such as {"ads_write":{"per_minute":10}}` },
) satisfies z.ZodType<LimitSetting>

/** The names that may appear in a rate limit setting. */
export const limitNames: readonly string[] = ['*', ...rateCategories, ...Object.keys(windows)]

/** The API that a world stands for, setting by setting. */
export const targetSchemas = {
  api_version: z.enum(apiVersions),
  rehearse: z.enum(['off', ...apiVersions]),
  profile: z.enum(profileNames),
} satisfies { readonly [Name in keyof ApiTarget]: z.ZodType<ApiTarget[Name]> }

/** The transitions of a world as they are stored, by kind. */
export const storedTransitions = z.record(
  z.string(),
  z.strictObject({
    transition: z.union([
      z.enum(['immediate', 'never']),
      z.strictObject({ after: z.int().min(1) }),
      z.strictObject({ reads: z.int().min(1) }),
    ]),
    since: z.int().min(0),
  }),
) satisfies z.ZodType<Readonly<Record<string, ActiveTransition>>>
