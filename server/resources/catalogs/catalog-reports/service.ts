import type { Owned } from '#server/collections/owner.ts'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { idOf } from '#server/domain/ids.ts'
import type { Lifecycle } from '#server/domain/time/lifecycle.ts'
import type { Progress } from '#server/worlds/progress.ts'
import type { World } from '#server/worlds/world.ts'
import { type CatalogReportRow, catalogReportTable, reportSince, reportWithToken } from './repository.ts'
import { catalogReportErrors, catalogReportIdRange } from './resource.ts'
import type { CatalogReportCreate } from './schema.ts'
import { hasSource, sourceOf } from './source.ts'
import { tokenOf } from './token.ts'

/** The seconds that a report takes, and for which its token is valid: both are decisions of this project. */
const [reportTakes, tokenLasts] = [10, 86_400]

const reportLifecycle: Lifecycle<'IN_PROGRESS' | 'FINISHED'> = [
  [0, 'IN_PROGRESS'],
  [reportTakes, 'FINISHED'],
]

/** Begins a report. An equal request of the same day, in UTC, has the same report. */
export function createCatalogReport(world: World, owner: Owned, item: CatalogReportCreate): CatalogReportRow {
  const { db, clock } = world
  sourceOf(world, owner, item)
  const request = JSON.stringify(item)
  const now = clock.seconds()
  const before = reportSince(db, owner.id, request, now - (now % tokenLasts))
  if (before !== undefined) return before
  const seq = catalogReportTable.nextSequence(db)
  const id = idOf(catalogReportIdRange, seq)
  return catalogReportTable.insert(db, { seq, id, owner_id: owner.id, token: tokenOf(seq), request, created_time: now })
}

/**
 * Returns the report of a business that has a token; throws where there is none, it has expired, or what it is about is
 * gone.
 */
export function requireCatalogReport(world: World, owner: Owned, token: string): CatalogReportRow {
  const row = reportWithToken(world.db, owner.id, token)
  if (row !== undefined && world.clock.seconds() < row.created_time + tokenLasts && hasSource(world, row)) return row
  throw new ApiError(catalogReportErrors['catalog_report.token'])
}

/** Whether a report is finished. */
export const isFinished = ({ id, created_time }: CatalogReportRow, progress: Progress): boolean =>
  progress.stateOf(reportLifecycle, created_time, id) === 'FINISHED'
