import { isEnough, matchingTakes } from '#server/domain/ads/audience-size.ts'
import type { Lifecycle } from '#server/domain/time/lifecycle.ts'
import type { Progress } from '#server/worlds/progress.ts'
import type { AudienceResponseRow } from './repository.ts'
import type { AudienceStatus, StoredAudience } from './schema.ts'

/** Returns the lifecycle of an audience of that many people. */
export const audienceLifecycle = (people: number): Lifecycle<AudienceStatus> => [
  [0, 'INITIALIZING'],
  [matchingTakes, isEnough(people) ? 'READY' : 'TOO_SMALL'],
]

/** Returns the audience as JSON text for the response to a creation or update: without the company (observed). */
export function writtenAudienceText(row: AudienceResponseRow, progress: Progress): string {
  const { ad_account_id, id, name, ...rest } = audienceOf(row, progress)
  return JSON.stringify({ ad_account_id, id, name, ...rest, created_by_company_name: null })
}

/**
 * Returns the audience as JSON text for the response to a read: with the company that created it, and with the keys in
 * another order (both observed).
 */
export const readAudienceText = (row: AudienceResponseRow, company: string | null, progress: Progress): string =>
  JSON.stringify({ ...audienceOf(row, progress), created_by_company_name: company })

/** Returns the audience as JSON text for a list, which has one more key: `is_ctv_enabled`, always false. */
export const listedAudienceText = (row: AudienceResponseRow, company: string | null, progress: Progress): string =>
  JSON.stringify({ ...audienceOf(row, progress), created_by_company_name: company, is_ctv_enabled: false })

/** Returns the audience with its current size and status. */
function audienceOf({ id, json, members, people, is_nca, filled_since }: AudienceResponseRow, progress: Progress) {
  const { type, ...stored }: StoredAudience = JSON.parse(json)
  const all = members ?? people
  const status = progress.stateOf(audienceLifecycle(all), filled_since, id)
  return { type, ...stored, size: status === 'INITIALIZING' ? 0 : all, status, is_nca: is_nca === 1 }
}
