import { z } from 'zod'
import { idOf } from '#server/domain/ids.ts'
import { pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import { actorQuery, LongId } from '#server/http/schema/fields.ts'
import { catalogIdRange } from '../catalogs/resource.ts'
import { tokenOf } from './token.ts'

const catalog_id = LongId.optional()
const FeedIssues = z.strictObject({
  report_type: z.literal('FEED_INGESTION_ISSUES'),
  feed_id: LongId,
  processing_result_id: LongId.optional(),
})
const DistributionIssues = z.strictObject({ report_type: z.literal('DISTRIBUTION_ISSUES'), catalog_id })
const AllItems = z.strictObject({
  report_type: z.literal('ALL_ITEMS'),
  catalog_id,
  product_group_id: LongId.optional(),
})
const issues = z.discriminatedUnion('report_type', [FeedIssues, DistributionIssues])
const any = z.discriminatedUnion('report_type', [FeedIssues, DistributionIssues, AllItems])

const ofTypes = <Report extends z.ZodType>(report: Report) =>
  z.discriminatedUnion('catalog_type', [
    z.object({ catalog_type: z.literal('RETAIL'), report }),
    z.object({ catalog_type: z.literal('HOTEL'), report }),
  ])

/** The request body of a report. */
export const CatalogReportCreate = ofTypes(any).meta({
  id: 'CatalogReportCreate',
  description: 'Request to create a report on a catalog or feed.',
  example: {
    catalog_type: 'RETAIL',
    report: { report_type: 'DISTRIBUTION_ISSUES', catalog_id: idOf(catalogIdRange, 1) },
  },
})
export type CatalogReportCreate = z.output<typeof CatalogReportCreate>

/** The response of a creation. */
export const CatalogReportToken = z
  .object({ token: z.string() })
  .meta({ id: 'CatalogReportToken', description: 'Token by which the report is fetched.' })

/** The query parameters of the state of a report. */
export const CatalogReportQuery = z.object({
  token: z.string().meta({ description: 'Token that the creation returned.', example: tokenOf(1) }),
  ...actorQuery,
})

/** The state of a report. */
export const CatalogReport = z
  .object({
    report_status: z.enum(['FINISHED', 'IN_PROGRESS']),
    url: z
      .string()
      .nullable()
      .meta({ description: 'URL of the file, valid for 5 minutes. null until it is finished.' }),
    size: z.number().nullable().meta({ description: 'Size of the file in bytes.' }),
  })
  .meta({ id: 'CatalogReport', description: 'State of a report on a catalog.' })

const CatalogReportStatsParameters = ofTypes(issues).meta({
  id: 'CatalogReportStatsParameters',
  description: 'Choice of a report on a feed or catalog.',
  example: { catalog_type: 'RETAIL', report: { report_type: 'DISTRIBUTION_ISSUES' } },
})

/** The query parameters of the counts of issues. */
export const CatalogReportStatsQuery = z.object({
  parameters: z
    .preprocess(parsed, CatalogReportStatsParameters)
    .meta({ description: 'Report whose issues are counted.' }),
  ...actorQuery,
  ...pageQuery,
})

/** Returns an object that was sent as JSON text; anything else as it is. */
function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

const counted = {
  catalog_id: LongId,
  code: z.int(),
  code_label: z.string(),
  message: z.string(),
  occurrences: z.int().min(0),
}

/** The response with the counts of issues. */
export const CatalogReportStatsPage = pageOf(
  z.union([
    z.object({
      report_type: z.literal('FEED_INGESTION_ISSUES'),
      ...counted,
      severity: z.enum(['WARN', 'ERROR']),
    }),
    z.object({
      report_type: z.literal('DISTRIBUTION_ISSUES'),
      ...counted,
      ineligible_for_ads: z.boolean(),
      ineligible_for_organic: z.boolean(),
    }),
  ]),
).meta({ id: 'CatalogReportStatsPage' })
