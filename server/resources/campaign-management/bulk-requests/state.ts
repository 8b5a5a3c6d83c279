import type { Lifecycle } from '#server/domain/time/lifecycle.ts'
import type { Progress } from '#server/worlds/progress.ts'
import type { BulkRequestRow } from './repository.ts'
import type { BulkItemResult, bulkStatuses } from './schema.ts'

/** The seconds that a bulk request takes: as reports do. */
const requestTakes = 10

/** The lifecycle of a bulk request. */
export const bulkLifecycle: Lifecycle<'RUNNING' | 'SUCCEEDED'> = [
  [0, 'RUNNING'],
  [requestTakes, 'SUCCEEDED'],
]

/** Returns the results of an upsert; none of a download. */
export function resultsOf({ results }: BulkRequestRow): readonly BulkItemResult[] {
  const { items = [] }: { readonly items?: readonly BulkItemResult[] } = JSON.parse(results)
  return items
}

/** Returns the state of a bulk request. An upsert of which nothing was stored has FAILED (assumed). */
export function bulkStatus(row: BulkRequestRow, progress: Progress): (typeof bulkStatuses)[number] {
  if (row.held !== null) return row.held
  const status = progress.stateOf(bulkLifecycle, row.created_time, row.id)
  if (status === 'RUNNING') return status
  const results = resultsOf(row)
  return results.length > 0 && results.every((one) => one.status === 'FAILURE') ? 'FAILED' : 'SUCCEEDED'
}
