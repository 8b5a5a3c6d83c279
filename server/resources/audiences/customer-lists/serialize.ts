import type { Texts } from '#server/collections/collection.ts'
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
 * Returns the time at which matching must have begun for the list to reach the status now; undefined where a list of
 * this size never reaches the status.
 */
export const listStartTimeFor = (status: MatchingStatus, members: number, now: number): number | undefined =>
  startTimeOf(lifecycle(members), status, now)

/** Makes lists JSON text. `is_nca` is present only when true, as in recorded responses. */
export const customerListTexts: Texts<CustomerListRow> = ({ clock }) => {
  const now = clock.seconds()
  return (row) => JSON.stringify({ ...customerListOf(row, now), ...(row.is_nca === 1 && { is_nca: true }) })
}

/** Makes lists JSON text for a page, where `is_nca` is always present: observed (F109). */
export const listedCustomerListTexts: Texts<CustomerListRow> = ({ clock }) => {
  const now = clock.seconds()
  return (row) => JSON.stringify({ ...customerListOf(row, now), is_nca: row.is_nca === 1 })
}

/**
 * Returns the list as it is at a time. Every record counts as a person. Matching begins anew with each batch, and its
 * end counts as an update: observed.
 */
function customerListOf({ json, members, updated_time }: CustomerListRow, now: number): object {
  const stored: StoredCustomerList = JSON.parse(json)
  const status = stateAt(lifecycle(members), updated_time, now)
  return { ...stored, updated_time: updated_time + (status === 'PROCESSING' ? 0 : matchingTakes), status }
}
