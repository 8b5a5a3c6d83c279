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
export const AdAccountPath = z.object({ ad_account_id: Id })

/** The id of an ad account in the body of a write. */
export const IgnoredAccountId = z
  .string()
  .nullish()
  .meta({ deprecated: true, description: 'Ignored: the path determines the ad account.' })

/** The ad account that the user acts for, in calls about data of the user. */
export const actorQuery = {
  ad_account_id: Id.optional().meta({ description: 'Acts on behalf of the owner of this ad account.' }),
}
