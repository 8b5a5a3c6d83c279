import { z } from 'zod'
import { entityStatuses, summaryStatuses } from '#server/domain/ads/status.ts'

/** The id of an ads entity that a call is about: up to 18 digits. */
export const Id = z.string().regex(/^\d+$/).max(18)

/** Characters of texts and ids without a documented length: the longest length that is documented for any. */
const maxUndocumented = 16_384

/** Returns the schema of an id in a body, of any plausible length. */
export const idMatching = (pattern: RegExp) =>
  z
    .string()
    .regex(pattern)
    .refine(({ length }) => length <= maxUndocumented, { error: `is too long: at most ${maxUndocumented} characters` })
    .meta({ 'x-max-characters': maxUndocumented })

/**
 * An id without a documented length: of a user, a board, a section, a Pin or a video, and of every entity that a body
 * refers to. They have 19 digits today; an id of any other length refers to no entity.
 */
export const LongId = idMatching(/^\d+$/)

/** A campaign's id as bodies refer to it: digits after an optional letter, which is dropped. */
export const CampaignReference = idMatching(/^[C]?\d+$/).overwrite((id) => id.replace('C', ''))

/** An ad group's id as bodies refer to it: digits after optional letters, which are dropped. */
export const AdGroupReference = idMatching(/^(AG)?\d+$/).overwrite((id) => id.replace('AG', ''))

/** An amount in micro-currency: millionths of the account's currency unit. */
export const Micro = z.int().min(0)

/** A moment in Unix seconds. */
export const UnixTime = z.int().min(0)

/** A moment in Unix seconds; -1 clears it. */
export const ClearableTime = z.int().min(-1)

/** The status that an advertiser sets. */
export const EntityStatus = z.enum(entityStatuses)
/** The state of an entity as delivery sees it. */
export const SummaryStatus = z.enum(summaryStatuses)

const textUpTo = (max: number) =>
  z
    .string()
    .refine((value) => value.length <= max || [...value].length <= max, {
      error: `is too long: at most ${max} characters`,
    })
    .refine((value) => !value.includes('\u0000') && value.isWellFormed(), { error: 'is not text' })

/** Returns the schema of a text up to a length in code points, without NUL and unpaired surrogates. */
export const text = (max: number) => textUpTo(max).meta({ maxLength: max })

/** Returns the same schema for an undocumented length: generated clients see no `maxLength` either. */
export const undocumentedText = (most: number) => textUpTo(most).meta({ 'x-max-characters': most })

/** Text without a documented length. */
export const LongText = undocumentedText(maxUndocumented)

const maxJson = 131_072

/** Returns the schema with a bound in characters on its JSON, for values that are stored as they came. */
export const boundedJson = <Schema extends z.ZodType>(schema: Schema): Schema =>
  schema
    .refine((value) => value == null || JSON.stringify(value).length <= maxJson, {
      error: `is too long: at most ${maxJson} characters of JSON`,
    })
    .meta({ 'x-max-characters': maxJson })

/**
 * Returns the schema of an optional query parameter with several values: repeated, comma-separated, or both. Empty
 * counts as absent.
 */
export const listOf = <Item extends z.ZodType>(item: Item, limits: Limits = {}) =>
  z.preprocess(separated, limited(item, limits).optional())

/** Returns the same schema for a required parameter. */
export const requiredListOf = <Item extends z.ZodType>(item: Item, limits: Limits = {}) =>
  z.preprocess(separated, limited(item, limits))

/** Up to 250 ids to filter by. */
export const IdFilter = listOf(Id, { min: 1, max: 250 })

/** Up to 250 ids without a documented length to filter by. */
export const LongIdFilter = listOf(LongId, { min: 1, max: 250 })

/** A query parameter that is true or false in any case, as Python clients write it. */
export const QueryBoolean = z.preprocess(
  (value) => (typeof value === 'string' ? (booleans.get(value.toLowerCase()) ?? value) : value),
  z.boolean().optional(),
)

/**
 * Returns the schema of a query parameter that is an integer in a range. Empty counts as absent, and absent is
 * `otherwise`.
 */
export const queryInteger = (name: string, { min, max, otherwise }: { min: number; max: number; otherwise: number }) =>
  z.preprocess(
    (value) => (value === '' ? undefined : typeof value === 'string' && numeric.test(value) ? Number(value) : value),
    z
      .int({
        error: ({ code, input }) =>
          code === 'invalid_type' ? `Parameter '${name}' was not numeric (was ${input})` : undefined,
      })
      .min(min)
      .max(max)
      .default(otherwise),
  )

/** Third-party tracking URLs by event. */
export const TrackingUrls = z
  .object({
    impression: z.array(LongText).nullish(),
    click: z.array(LongText).nullish(),
    engagement: z.array(LongText).nullish(),
    buyable_button: z.array(LongText).nullish(),
    audience_verification: z.array(LongText).nullish(),
  })
  .meta({ id: 'TrackingUrls', description: 'Third-party tracking URLs, at most 3 for each event type.' })

/** The ad account in the path. */
export const AdAccountPath = z.object({ ad_account_id: Id.meta({ description: 'Ad account ID.' }) })

/** The ad account that the user acts for, in calls about data of the user. */
export const actorQuery = {
  ad_account_id: Id.optional().meta({ description: 'Acts on behalf of the owner of this ad account.' }),
}

interface Limits {
  readonly min?: number
  readonly max?: number
}

function limited<Item extends z.ZodType>(item: Item, { min = 0, max }: Limits) {
  const list = z.array(item).min(min)
  return max === undefined ? list : list.max(max)
}

const numeric = /^-?\d+$/

const booleans = new Map([
  ['true', true],
  ['false', false],
])

/**
 * Returns the values of a query parameter with several values, however they were sent; undefined when there is none.
 */
export function separated(value: unknown): unknown {
  if (value === undefined) return undefined
  const parts = (Array.isArray(value) ? value : [value]).flatMap((part) =>
    typeof part === 'string' ? part.split(',') : [part],
  )
  const values = parts.filter((part) => part !== '')
  return values.length === 0 ? undefined : values
}
