import { isEnough, matchingTakes } from '#server/domain/ads/audience-size.ts'
import { type Lifecycle, startTimeOf, stateAt } from '#server/domain/time/lifecycle.ts'
import type { CustomerListRow } from './repository.ts'
import type { StoredCustomerList } from './schema.ts'

type MatchingStatus = 'PROCESSING' | 'READY' | 'TOO_SMALL'

const lifecycle = (members: number): Lifecycle<MatchingStatus> => [
  [0, 'PROCESSING'],
  [matchingTakes, isEnough(members) ? 'READY' : 'TOO_SMALL'],
]

/**
 * Returns when the matching began of a list of so many people that has reached the status just now; undefined where it
 * never does.
 */
export const listBegunFor = (status: MatchingStatus, members: number, now: number): number | undefined =>
  startTimeOf(lifecycle(members), status, now)

/** Returns the list as JSON text. It says that it is for new customers only where it is, as recorded responses do. */
export const customerListText = (row: CustomerListRow, now: number): string =>
  JSON.stringify({ ...customerListOf(row, now), ...(row.is_nca === 1 && { is_nca: true }) })

/** Returns the list as an item of a page, which always says whether it is for new customers: observed (F109). */
export const listedCustomerListText = (row: CustomerListRow, now: number): string =>
  JSON.stringify({ ...customerListOf(row, now), is_nca: row.is_nca === 1 })

/**
 * Returns the list as it is at a moment. Every record counts as a person. Matching begins anew with each batch, and is
 * an update when it ends: observed.
 */
function customerListOf({ json, members, updated_time }: CustomerListRow, now: number): object {
  const stored: StoredCustomerList = JSON.parse(json)
  const status = stateAt(lifecycle(members), updated_time, now)
  return { ...stored, updated_time: updated_time + (status === 'PROCESSING' ? 0 : matchingTakes), status }
}
