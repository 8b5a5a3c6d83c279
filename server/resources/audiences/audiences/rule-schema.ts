import { z } from 'zod'
import { objectives } from '#server/domain/ads/objectives.ts'
import { boundedJson, LongId, LongText } from '#server/http/schema/fields.ts'

const Operators = boundedJson(z.record(z.string(), z.unknown()))
const Ids = z.union([z.array(LongId), LongId], { error: 'is no id, and no list of ids' })
const Whole = z.union([z.int(), z.string().regex(/^\d{1,9}$/)], { error: 'is not of type integer' })

/** An object with the operators that are names, since Java's generated client does not compile a mere map in a union. */
const AddressConditions = boundedJson(
  z.looseObject({
    contains: z.unknown().optional().meta({ description: 'Text that the URL contains.' }),
    not_contains: z.unknown().optional().meta({ description: 'Text that the URL does not contain.' }),
  }),
).meta({ description: 'Conditions on a URL: contains, not_contains, = and !=.' })

const Addresses = z.union([z.array(LongText), LongText, AddressConditions], { error: 'is no address, list or object' })

/**
 * The rule of an audience: who is in it. The official texts and schemas disagree on which fields are lists and which
 * numbers are strings, so both forms are accepted and returned as sent.
 */
export const AudienceRule = z
  .object({
    ad_account_id: LongId.nullish(),
    customer_list_id: LongId.nullish().meta({ description: 'CUSTOMER_LIST: id of the customer list.' }),
    seed_id: Ids.nullish().meta({ description: 'ACTALIKE: ids of the audiences to find similar people for.' }),
    country: LongText.nullish().meta({ description: 'ACTALIKE: country US, CA or GB.' }),
    percentage: Whole.nullish().meta({ description: "ACTALIKE: percentage of the country's people, 1 to 10." }),
    visitor_source_id: Ids.nullish().meta({ description: 'VISITOR: ids of conversion tags.' }),
    retention_days: Whole.nullish().meta({
      description: 'VISITOR, ENGAGEMENT: days of retention, 1 to 540. Absent: 180.',
    }),
    event: LongText.nullish().meta({ description: 'VISITOR: event of the tag.' }),
    event_data: Operators.nullish().meta({ description: 'VISITOR: required properties of the event.' }),
    event_source: Operators.nullish().meta({ description: 'VISITOR: event sources, of web, mobile and offline.' }),
    ingestion_source: Operators.nullish().meta({
      description: 'VISITOR: ingestion sources, of tag, mmp, file_upload and conversions_api.',
    }),
    prefill: z.boolean().nullish().meta({ description: 'VISITOR: whether past visitors are included. Absent: true.' }),
    url: Addresses.nullish().meta({ description: 'VISITOR, ENGAGEMENT: URLs or conditions on URLs.' }),
    engagement_domain: z.array(LongText).nullish().meta({ description: 'ENGAGEMENT: verified domains.' }),
    engagement_type: LongText.nullish().meta({
      description: 'ENGAGEMENT: type of engagement, of click, save, closeup, comment and like.',
    }),
    engager_type: z.int().nullish().meta({ description: 'ENGAGEMENT: type of engager, 1 or 2.' }),
    pin_id: z.array(LongId).nullish(),
    ad_id: z.array(LongId).nullish(),
    campaign_id: z.array(LongId).nullish(),
    objective_type: z.array(z.enum(objectives)).nullish(),
  })
  .meta({ id: 'AudienceRule', description: 'Definition of an audience. The required fields depend on audience_type.' })

export type AudienceRule = z.output<typeof AudienceRule>

/** Returns a field with one value or a list of values as a list. */
export const listed = <Value>(value: Value | readonly Value[] | null | undefined): readonly Value[] => {
  if (value === null || value === undefined) return []
  return Array.isArray(value) ? value : [value as Value]
}

/** Parses a number that may have been sent as a string; undefined when it is absent. */
export const counted = (value: number | string | null | undefined): number | undefined =>
  value === null || value === undefined ? undefined : Number(value)
