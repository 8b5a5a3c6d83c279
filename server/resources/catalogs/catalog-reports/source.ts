import type { Database } from '#db/database.ts'
import type { Owned } from '#server/collections/owner.ts'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { found } from '#server/domain/errors/found.ts'
import type { World } from '#server/worlds/world.ts'
import { type CatalogRow, findDefaultCatalog } from '../catalogs/repository.ts'
import {
  listProcessings,
  type ProcessingResultRow,
  processingResultTable,
} from '../feed-processing-results/repository.ts'
import { processingResultErrors } from '../feed-processing-results/resource.ts'
import type { FeedRow } from '../feeds/repository.ts'
import { requireFeed } from '../feeds/service.ts'
import { productGroupErrors } from '../product-groups/resource.ts'
import { requireCatalog, requireProductGroup } from '../product-groups/service.ts'
import type { CatalogReportRow } from './repository.ts'
import type { CatalogReportCreate } from './schema.ts'

/** What a report is about. */
export interface ReportSource {
  readonly catalog: CatalogRow
  readonly feed?: FeedRow | undefined
  readonly resultId?: string | undefined
}

/** Returns what a report is about; throws 404 where the business does not have it. */
export function sourceOf(world: World, owner: Owned, { catalog_type, report }: CatalogReportCreate): ReportSource {
  if (report.report_type === 'FEED_INGESTION_ISSUES') {
    const feed = requireFeed(world, owner.id, report.feed_id)
    const resultId = report.processing_result_id
    if (resultId !== undefined) {
      const result = processingResultTable.findAnywhere(world.db, resultId)
      const own = result?.feed_id === feed.id ? result : undefined
      found(own, processingResultErrors['processing_result.path'])
    }
    return { catalog: requireCatalog(world, owner, feed.catalog_id, catalog_type), feed, resultId }
  }
  if (report.report_type === 'ALL_ITEMS' && report.product_group_id !== undefined) {
    const { catalog_id } = requireProductGroup(world, owner, report.product_group_id)
    return { catalog: requireCatalog(world, owner, catalog_id, catalog_type) }
  }
  if (report.catalog_id !== undefined) return { catalog: requireCatalog(world, owner, report.catalog_id, catalog_type) }
  const catalog = findDefaultCatalog(world.db, owner.id, catalog_type)
  return { catalog: found(catalog, productGroupErrors['product_group.catalog']) }
}

/** Whether what a report is about is still there. */
export function hasSource(world: World, { owner_id, request }: CatalogReportRow): boolean {
  try {
    sourceOf(world, { id: owner_id }, JSON.parse(request))
    return true
  } catch (error) {
    if (error instanceof ApiError) return false
    throw error
  }
}

/** Returns the processing result that a report on a feed is about: the newest one where it names none. */
export const resultOf = (db: Database, { feed, resultId }: ReportSource): ProcessingResultRow | undefined =>
  resultId === undefined
    ? listProcessings(db, feed?.id ?? '', { limit: 1 })[0]
    : processingResultTable.findAnywhere(db, resultId)
