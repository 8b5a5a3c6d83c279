import { summaryStatus, type Viewpoint } from '#server/domain/ads/status.ts'
import { interests } from '#server/domain/reference/interests.ts'
import { withKeyBefore } from '#server/http/responses/json-text.ts'
import type { AnsweredAdGroup } from './repository.ts'
import type { StoredAdGroup } from './schema.ts'

/**
 * Returns the ad group as JSON text: what is stored, and, where it was recorded, the one field that is not: by clock
 * and campaign.
 */
export const adGroupText = (row: AnsweredAdGroup, viewpoint: Viewpoint): string =>
  withKeyBefore(row.json, 'feed_profile_id', `"summary_status":"${summaryOf(row, viewpoint)}"`)

/** Returns the row with its interests by name; an id that nobody knows stays. */
export function withInterestNames(row: AnsweredAdGroup): AnsweredAdGroup {
  const adGroup: StoredAdGroup = JSON.parse(row.json)
  const { INTEREST } = adGroup.targeting_spec
  if (INTEREST == null) return row
  const names = INTEREST.map((id) => interests.get(id)?.name ?? id)
  return {
    ...row,
    json: JSON.stringify({ ...adGroup, targeting_spec: { ...adGroup.targeting_spec, INTEREST: names } }),
  }
}

/** Returns the ad group as a list answers it, with two keys more (observed; the value of the second is assumed). */
export function listedAdGroupText(row: AnsweredAdGroup, viewpoint: Viewpoint): string {
  const automated = row.campaign_is_automated === 1
  return `${adGroupText(row, viewpoint).slice(0, -1)},"is_automated_campaign":${automated},"is_creative_expansion":false}`
}

function summaryOf(row: AnsweredAdGroup, viewpoint: Viewpoint): string {
  const campaign = {
    status: row.campaign_status,
    start_time: row.campaign_start_time,
    end_time: row.campaign_end_time,
  }
  return summaryStatus([row, campaign], viewpoint)
}
