import { isEnough, matchingTakes } from '#server/domain/ads/audience-size.ts'
import type { Lifecycle } from '#server/domain/time/lifecycle.ts'
import type { Progress } from '#server/worlds/progress.ts'
import type { CustomerListRow } from './repository.ts'
import type { StoredCustomerList } from './schema.ts'

type MatchingStatus = 'PROCESSING' | 'READY' | 'TOO_SMALL'

/** Returns the lifecycle of the matching of a list with that many members. */
export const matchingLifecycle = (members: number): Lifecycle<MatchingStatus> => [
  [0, 'PROCESSING'],
  [matchingTakes, isEnough(members) ? 'READY' : 'TOO_SMALL'],
]

/** Returns the list as JSON text. `is_nca` is present only when true, as in recorded responses. */
export const customerListText = (row: CustomerListRow, progress: Progress): string =>
  JSON.stringify({ ...customerListOf(row, progress), ...(row.is_nca === 1 && { is_nca: true }) })

/** Returns the list as JSON text for a page, where `is_nca` is always present: observed (F109). */
export const listedCustomerListText = (row: CustomerListRow, progress: Progress): string =>
  JSON.stringify({ ...customerListOf(row, progress), is_nca: row.is_nca === 1 })

/**
 * Returns the list as it is now. Every record counts as a person. Matching begins anew with each batch, and its
 * end counts as an update: observed.
 */
function customerListOf({ id, json, members, updated_time }: CustomerListRow, progress: Progress): object {
  const stored: StoredCustomerList = JSON.parse(json)
  const status = progress.stateOf(matchingLifecycle(members), updated_time, id)
  const ended = Math.min(updated_time + matchingTakes, Math.max(updated_time, progress.now))
  return { ...stored, updated_time: status === 'PROCESSING' ? updated_time : ended, status }
}
