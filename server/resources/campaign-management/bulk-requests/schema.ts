import { z } from 'zod'
import { deprecatedObjectives, objectives } from '#server/domain/ads/objectives.ts'
import { AdAccountPath, idMatching, LongId, LongText, SummaryStatus } from '#server/http/schema/fields.ts'
import { QueryBoolean } from '#server/http/schema/query-fields.ts'
import { bulkEntityTypes } from './entity-types.ts'

const mostTypes = 6
const Moment = idMatching(/^\d+$/).meta({ description: 'Unix time in seconds, as text.' })

/** The request body of a download. */
export const BulkDownloadCreate = z
  .object({
    entity_types: z
      .array(z.enum(bulkEntityTypes))
      .min(1)
      .max(mostTypes)
      .nullish()
      .meta({ description: 'Types of entities. Absent: all but SCHEDULE and ENTITY_HISTORY.' }),
    entity_ids: z
      .array(LongId)
      .nullish()
      .meta({ description: 'Returns only these entities, with what is below them.' }),
    updated_since: Moment.nullish().meta({ description: 'Returns only entities that changed at or after this time.' }),
    campaign_filter: z
      .object({
        campaign_status: z.array(SummaryStatus).nullish(),
        objective_type: z.array(z.enum([...objectives, ...deprecatedObjectives])).nullish(),
        name: LongText.nullish().meta({ description: 'Text within the name of the campaign.' }),
        start_time: Moment.nullish().meta({ description: 'Earliest start of a campaign, in Unix seconds as text.' }),
        end_time: Moment.nullish().meta({ description: 'Latest end of a campaign, in Unix seconds as text.' }),
      })
      .nullish()
      .meta({ description: 'Returns only campaigns that match, and what is below them.' }),
    output_format: z.enum(['CSV', 'JSON']).nullish().meta({ description: 'Format of the file; JSON when absent.' }),
  })
  .meta({
    id: 'BulkDownloadRequest',
    description: 'Request to download entities.',
    example: { entity_types: ['CAMPAIGN', 'AD_GROUP'], output_format: 'JSON' },
  })
export type BulkDownloadCreate = z.output<typeof BulkDownloadCreate>

/** The response of a creation. */
export const BulkRequestCreated = z
  .object({ request_id: LongId })
  .meta({ id: 'BulkRequestCreated', description: 'The bulk request that was begun.' })

/** The states of a bulk request. */
export const bulkStatuses = ['RUNNING', 'SUCCEEDED', 'FAILED'] as const

/** What became of one item of an upsert. */
export const BulkItemResult = z
  .object({
    item: z.string().meta({ description: 'Place of the item in the request.', example: 'create.campaigns[0]' }),
    operation: z.enum(['CREATE', 'UPDATE']),
    entity_type: z.string(),
    status: z.enum(['SUCCESS', 'FAILURE']),
    id: LongId.nullable(),
    errors: z.array(z.object({ code: z.int(), message: z.string() })),
  })
  .meta({ id: 'BulkItemResult', description: 'Result of one item.' })
export type BulkItemResult = z.output<typeof BulkItemResult>

/** A bulk request in a response. */
export const BulkRequest = z
  .object({
    status: z.enum(bulkStatuses),
    result_url: z
      .string()
      .optional()
      .meta({ description: 'URL of the file, valid for five minutes. Absent while the status is RUNNING.' }),
    workload_id: z.int(),
    details: z.array(BulkItemResult).optional().meta({ description: 'Failed items, with include_details.' }),
  })
  .meta({ id: 'BulkRequest', description: 'The state of a bulk request.' })

/** The parameters of the path of a bulk request. */
export const BulkRequestPath = AdAccountPath.extend({
  bulk_request_id: z.string().max(100),
})

/** The query parameters of a bulk request. */
export const BulkRequestQuery = z.object({
  include_details: QueryBoolean.optional().meta({ description: 'Whether failed items are included.' }),
})
