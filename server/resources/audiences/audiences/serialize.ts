import { isEnough, matchingTakes } from '#server/domain/ads/audience-size.ts'
import { type Lifecycle, startTimeOf, stateAt } from '#server/domain/time/lifecycle.ts'
import type { AudienceResponseRow } from './repository.ts'
import type { AudienceStatus, StoredAudience } from './schema.ts'

const lifecycle = (people: number): Lifecycle<AudienceStatus> => [
  [0, 'INITIALIZING'],
  [matchingTakes, isEnough(people) ? 'READY' : 'TOO_SMALL'],
]

/**
 * Returns the time at which an audience must have begun to fill for it to reach the status now; undefined where an
 * audience of this size never reaches the status.
 */
export const audienceStartTimeFor = (status: AudienceStatus, people: number, now: number): number | undefined =>
  startTimeOf(lifecycle(people), status, now)

/** Returns the audience as JSON text for the response to a creation or update: without the company (observed). */
export function writtenAudienceText(row: AudienceResponseRow, now: number): string {
  const { ad_account_id, id, name, ...rest } = audienceOf(row, now)
  return JSON.stringify({ ad_account_id, id, name, ...rest, created_by_company_name: null })
}

/**
 * Returns the audience as JSON text for the response to a read: with the company that created it, and with the keys in
 * another order (both observed).
 */
export const readAudienceText = (row: AudienceResponseRow, company: string | null, now: number): string =>
  JSON.stringify({ ...audienceOf(row, now), created_by_company_name: company })

/** Returns the audience as JSON text for a list, which has one more key: `is_ctv_enabled`, always false. */
export const listedAudienceText = (row: AudienceResponseRow, company: string | null, now: number): string =>
  JSON.stringify({ ...audienceOf(row, now), created_by_company_name: company, is_ctv_enabled: false })

/** Returns the audience with its size and status at a time. */
function audienceOf({ json, members, people, is_nca, filled_since }: AudienceResponseRow, now: number) {
  const { type, ...stored }: StoredAudience = JSON.parse(json)
  const all = members ?? people
  const status = stateAt(lifecycle(all), filled_since, now)
  return { type, ...stored, size: status === 'INITIALIZING' ? 0 : all, status, is_nca: is_nca === 1 }
}
