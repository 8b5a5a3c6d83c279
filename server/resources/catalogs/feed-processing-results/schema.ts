import { z } from 'zod'
import { itemErrors, itemIssues, itemWarnings } from '#server/domain/catalogs/validation/issue-names.ts'
import { pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import { actorQuery, LongId } from '#server/http/schema/fields.ts'
import { listOf } from '#server/http/schema/query-fields.ts'
import { CatalogTime } from '../catalogs/schema.ts'

/** The states of a processing, and those that come of the review of a business. */
export const processingStatuses = [
  'QUEUED_FOR_PROCESSING',
  'PROCESSING',
  'COMPLETED',
  'COMPLETED_EARLY',
  'FAILED',
  'DISAPPROVED',
  'UNDER_REVIEW',
  'UNDER_APPEAL',
] as const
/** One of `processingStatuses`. */
export type ProcessingStatus = (typeof processingStatuses)[number]

const Status = z.enum(processingStatuses)
const counts = z.record(z.string(), z.int().min(0)).meta({ description: 'Number of items by name. Empty: none.' })

/** A processing result in a response. */
export const ProcessingResult = z
  .object({
    created_at: CatalogTime,
    status: Status,
    id: LongId,
    validation_details: z.object({ warnings: counts, errors: counts }),
    updated_at: CatalogTime,
    product_counts: z
      .object({ original: z.int(), ingested: z.int() })
      .nullable()
      .meta({ description: 'Number of products in the feed, and of those that are items now. null until the end.' }),
    ingestion_details: z.object({ warnings: counts, info: counts, errors: counts }),
  })
  .meta({ id: 'FeedProcessingResult', description: 'Result of one processing of a feed.' })

/** The response of an ingestion. */
export const FeedIngestion = z
  .object({ id: LongId, feed_id: LongId, created_at: CatalogTime, status: Status })
  .meta({ id: 'FeedIngestion', description: 'A processing that has begun.' })

/** The query parameters of an ingestion. */
export const IngestionQuery = z.object(actorQuery)

/** The query parameters of a list of processing results. */
export const ProcessingResultListQuery = z.object({ ...actorQuery, ...pageQuery })

/** The response of a list of processing results. */
export const ProcessingResultPage = pageOf(ProcessingResult).meta({ id: 'FeedProcessingResultPage' })

/** The path parameters of a processing result. */
export const ProcessingResultPath = z.object({
  processing_result_id: LongId,
})

const Details = z.object({
  attribute_name: z.string().nullable().meta({ description: 'Attribute with the issue.' }),
  provided_value: z.string().nullable().meta({ description: 'Value in the feed. Empty: none.' }),
})

/** An item with its errors and warnings in a response. */
export const ItemIssues = z
  .object({
    item_number: z.int().meta({ description: 'Position in the feed, from 0.' }),
    item_id: z.string().nullable(),
    warnings: z.partialRecord(z.enum(itemWarnings as readonly [string, ...string[]]), Details),
    errors: z.partialRecord(z.enum(itemErrors), Details),
  })
  .meta({ id: 'ItemIssues', description: 'Errors and warnings about one item of a feed.' })

const Issue = z.enum(itemIssues as readonly [string, ...string[]])

/** The query parameters of a list of item issues. */
export const ItemIssueListQuery = z.object({
  ...actorQuery,
  item_numbers: listOf(z.coerce.number().int().min(0), { max: 100 }).meta({
    description: 'Returns only items at these positions.',
    example: [0],
  }),
  item_validation_issue: Issue.optional().meta({ description: 'Returns only items with this error or warning.' }),
  ...pageQuery,
})

/** The response of a list of item issues. */
export const ItemIssuePage = pageOf(ItemIssues).meta({ id: 'ItemIssuePage' })
