import { z } from 'zod'
import { entityStatuses, summaryStatuses } from '#server/domain/ads/status.ts'

/** The id of an entity of ads where it names what a call is about: up to 18 digits. */
export const Id = z.string().regex(/^\d+$/).max(18)

/** Characters of a text, or an id, for which no length is documented: as many as the longest for which one is. */
const longest = 16_384

/** Text that is written as an id is, of any length that can be meant. */
export const writtenId = (pattern: RegExp) =>
  z
    .string()
    .regex(pattern)
    .refine(({ length }) => length <= longest, { error: `is too long: at most ${longest} characters` })
    .meta({ 'x-max-characters': longest })

/**
 * An id for which no length is documented: of a user, a board, a section, a Pin or a video, and of whatever a body
 * refers to. Those have 19 digits today. One of any other length names nothing that is there.
 */
export const LongId = writtenId(/^\d+$/)

/** A campaign's id as bodies refer to it: digits, an optional letter before them, which is left out. */
export const CampaignReference = writtenId(/^[C]?\d+$/).overwrite((id) => id.replace('C', ''))

/** An ad group's id as bodies refer to it: digits, optional letters before them, which are left out. */
export const AdGroupReference = writtenId(/^(AG)?\d+$/).overwrite((id) => id.replace('AG', ''))

/** An amount in micro-currency: a millionth of the account's currency unit. */
export const Micro = z.int().min(0)

/** A moment in Unix seconds. */
export const UnixTime = z.int().min(0)

/** A moment in Unix seconds, or -1 where that clears it. */
export const ClearableTime = z.int().min(-1)

/** The status that an advertiser gives an entity. */
export const EntityStatus = z.enum(entityStatuses)
/** The state of an entity as delivery sees it. */
export const SummaryStatus = z.enum(summaryStatuses)

const textUpTo = (most: number) =>
  z
    .string()
    .refine((value) => value.length <= most || [...value].length <= most, {
      error: `is too long: at most ${most} characters`,
    })
    .refine((value) => !value.includes('\u0000') && value.isWellFormed(), { error: 'is not text' })

/** Text of at most so many characters (code points), without NUL and without halves of surrogate pairs. */
export const text = (most: number) => textUpTo(most).meta({ maxLength: most })

/** The same where no length is documented: clients that are made of the document are told of none either. */
export const quietText = (most: number) => textUpTo(most).meta({ 'x-max-characters': most })

/** Text for which no length is documented. */
export const LongText = quietText(longest)

const mostJson = 131_072

/** JSON that is kept as it came, of at most so many characters. */
export const keptJson = <Schema extends z.ZodType>(schema: Schema): Schema =>
  schema
    .refine((value) => value == null || JSON.stringify(value).length <= mostJson, {
      error: `is too long: at most ${mostJson} characters of JSON`,
    })
    .meta({ 'x-max-characters': mostJson })

/** A query parameter that takes several values: repeated, comma-separated, or both; empty is absent. */
export const listOf = <Item extends z.ZodType>(item: Item, limits: Limits = {}) =>
  z.preprocess(separated, limited(item, limits).optional())

/** The same where it must be there. */
export const requiredListOf = <Item extends z.ZodType>(item: Item, limits: Limits = {}) =>
  z.preprocess(separated, limited(item, limits))

/** Up to 250 ids to filter by. */
export const IdFilter = listOf(Id, { min: 1, max: 250 })

/** Up to 250 ids to filter by, for which no length is documented. */
export const LongIdFilter = listOf(LongId, { min: 1, max: 250 })

/** A query parameter that is true or false in any case, as Python's clients write it. */
export const QueryBoolean = z.preprocess(
  (value) => (typeof value === 'string' ? (booleans.get(value.toLowerCase()) ?? value) : value),
  z.boolean().optional(),
)

/** A query parameter that is a whole number in a range; empty is absent, and absent is `otherwise`. */
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
  .meta({ id: 'TrackingUrls', description: 'Third-party URLs called on an event: up to 3 for each event type.' })

/** Where an ad account is in the path. */
export const AdAccountPath = z.object({ ad_account_id: Id.meta({ description: 'Ad account ID.' }) })

/** For whom the user acts, in calls about what belongs to the user. */
export const actorQuery = {
  ad_account_id: Id.optional().meta({ description: 'Acts for the owner of this ad account.' }),
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

/** The values of a query parameter that takes several, however they were sent; undefined when there is none. */
export function separated(value: unknown): unknown {
  if (value === undefined) return undefined
  const parts = (Array.isArray(value) ? value : [value]).flatMap((part) =>
    typeof part === 'string' ? part.split(',') : [part],
  )
  const given = parts.filter((part) => part !== '')
  return given.length === 0 ? undefined : given
}
