import { z } from 'zod'
import { objectives } from '../../domain/objectives.ts'
import { Id, keptJson, LongText } from '../../http/fields.ts'

const listed = (value: unknown): unknown => (typeof value === 'string' ? [value] : value)
const unlisted = (value: unknown): unknown => (Array.isArray(value) && value.length === 1 ? value[0] : value)
const counted = (value: unknown): unknown =>
  typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value

const Operators = keptJson(z.record(z.string(), z.unknown()))
const Whole = z.preprocess(counted, z.int())

/**
 * Who is in an audience. The official text and its schema do not agree on what is a list, and on numbers in quotes:
 * both are taken.
 */
export const AudienceRule = z
  .object({
    ad_account_id: Id.nullish(),
    customer_list_id: Id.nullish().meta({ description: 'CUSTOMER_LIST: the list.' }),
    seed_id: z
      .preprocess(listed, z.array(Id))
      .nullish()
      .meta({ description: 'ACTALIKE: audiences to find more like.' }),
    country: LongText.nullish().meta({ description: 'ACTALIKE: US, CA or GB.' }),
    percentage: Whole.nullish().meta({ description: "ACTALIKE: 1 to 10, of the country's people." }),
    visitor_source_id: z.preprocess(unlisted, Id).nullish().meta({ description: 'VISITOR: the conversion tag.' }),
    retention_days: Whole.nullish().meta({ description: 'VISITOR, ENGAGEMENT: 1 to 540; 180 when absent.' }),
    event: LongText.nullish().meta({ description: 'VISITOR: an event of the tag.' }),
    event_data: Operators.nullish().meta({ description: 'VISITOR: what the event must have.' }),
    event_source: Operators.nullish().meta({ description: 'VISITOR: web, mobile, offline.' }),
    ingestion_source: Operators.nullish().meta({ description: 'VISITOR: tag, mmp, file_upload, conversions_api.' }),
    prefill: z.boolean().nullish().meta({ description: 'VISITOR: false begins with nobody. true when absent.' }),
    url: z
      .union([z.preprocess(listed, z.array(LongText)), Operators])
      .nullish()
      .meta({ description: 'VISITOR, ENGAGEMENT: addresses, or what they must be like.' }),
    engagement_domain: z.array(LongText).nullish().meta({ description: 'ENGAGEMENT: verified domains.' }),
    engagement_type: LongText.nullish().meta({ description: 'ENGAGEMENT: click, save, closeup, comment, like.' }),
    engager_type: z.int().nullish().meta({ description: 'ENGAGEMENT: 1 or 2.' }),
    pin_id: z.array(Id).nullish(),
    ad_id: z.array(Id).nullish(),
    campaign_id: z.array(Id).nullish(),
    objective_type: z.array(z.enum(objectives)).nullish(),
  })
  .meta({ id: 'AudienceRule', description: 'Who is in an audience: by audience_type, other fields are required.' })

/** A rule as it was given. */
export type AudienceRule = z.output<typeof AudienceRule>
