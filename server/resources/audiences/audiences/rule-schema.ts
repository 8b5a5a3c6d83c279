import { z } from 'zod'
import { objectives } from '#server/domain/ads/objectives.ts'
import { boundedJson, LongId, LongText } from '#server/http/schema/fields.ts'

const Operators = boundedJson(z.record(z.string(), z.unknown()))
const Ids = z.union([z.array(LongId), LongId], { error: 'is no id, and no list of ids' })
const Whole = z.union([z.int(), z.string().regex(/^\d{1,9}$/)], { error: 'is not of type integer' })
const Addresses = z.union([z.array(LongText), LongText, Operators], { error: 'is no address, list or object' })

/**
 * The rule of an audience: who is in it. The official texts and schemas disagree on which fields are lists and which
 * numbers are strings, so both forms are accepted and returned as sent.
 */
export const AudienceRule = z
  .object({
    ad_account_id: LongId.nullish(),
    customer_list_id: LongId.nullish().meta({ description: 'CUSTOMER_LIST: the list.' }),
    seed_id: Ids.nullish().meta({ description: 'ACTALIKE: audiences to find more like.' }),
    country: LongText.nullish().meta({ description: 'ACTALIKE: US, CA or GB.' }),
    percentage: Whole.nullish().meta({ description: "ACTALIKE: 1 to 10, of the country's people." }),
    visitor_source_id: Ids.nullish().meta({ description: 'VISITOR: the conversion tag, or several.' }),
    retention_days: Whole.nullish().meta({ description: 'VISITOR, ENGAGEMENT: 1 to 540; 180 when absent.' }),
    event: LongText.nullish().meta({ description: 'VISITOR: an event of the tag.' }),
    event_data: Operators.nullish().meta({ description: 'VISITOR: what the event must have.' }),
    event_source: Operators.nullish().meta({ description: 'VISITOR: web, mobile, offline.' }),
    ingestion_source: Operators.nullish().meta({ description: 'VISITOR: tag, mmp, file_upload, conversions_api.' }),
    prefill: z.boolean().nullish().meta({ description: 'VISITOR: false begins with nobody. true when absent.' }),
    url: Addresses.nullish().meta({ description: 'VISITOR, ENGAGEMENT: addresses, or what they must be like.' }),
    engagement_domain: z.array(LongText).nullish().meta({ description: 'ENGAGEMENT: verified domains.' }),
    engagement_type: LongText.nullish().meta({ description: 'ENGAGEMENT: click, save, closeup, comment, like.' }),
    engager_type: z.int().nullish().meta({ description: 'ENGAGEMENT: 1 or 2.' }),
    pin_id: z.array(LongId).nullish(),
    ad_id: z.array(LongId).nullish(),
    campaign_id: z.array(LongId).nullish(),
    objective_type: z.array(z.enum(objectives)).nullish(),
  })
  .meta({ id: 'AudienceRule', description: 'Who is in an audience: by audience_type, other fields are required.' })

export type AudienceRule = z.output<typeof AudienceRule>

/** Returns a field with one value or a list of values as a list. */
export const listed = <Value>(value: Value | readonly Value[] | null | undefined): readonly Value[] => {
  if (value === null || value === undefined) return []
  return Array.isArray(value) ? value : [value as Value]
}

/** Parses a number that may have been sent as a string; undefined when it is absent. */
export const counted = (value: number | string | null | undefined): number | undefined =>
  value === null || value === undefined ? undefined : Number(value)
