import { scheduledText } from '#server/domain/ads/scheduled-change.ts'
import { summaryStatus, type Viewpoint } from '#server/domain/ads/status.ts'
import { interests } from '#server/domain/reference/interests.ts'
import { withKeyBefore } from '#server/http/responses/json-text.ts'
import type { AdGroupResponseRow } from './repository.ts'
import type { StoredAdGroup } from './schema.ts'

/**
 * Returns the ad group as JSON text, with the budget that schedules give it now. The one field that is not stored, `summary_status`, depends on the clock and the
 * campaign, and is inserted at its recorded position.
 */
export const adGroupText = (row: AdGroupResponseRow, viewpoint: Viewpoint): string =>
  withKeyBefore(
    scheduledText(row.json, viewpoint.scheduled?.()),
    'feed_profile_id',
    `"summary_status":"${summaryOf(row, viewpoint)}"`,
  )

/** Returns the row with interests by name; unknown ids stay. */
export function withInterestNames(row: AdGroupResponseRow): AdGroupResponseRow {
  const adGroup: StoredAdGroup = JSON.parse(row.json)
  const { INTEREST } = adGroup.targeting_spec
  if (INTEREST == null) return row
  const names = INTEREST.map((id) => interests.get(id)?.name ?? id)
  return {
    ...row,
    json: JSON.stringify({ ...adGroup, targeting_spec: { ...adGroup.targeting_spec, INTEREST: names } }),
  }
}

/** Returns the ad group as JSON text for a list, with two more keys (observed; the value of the second is assumed). */
export function listedAdGroupText(row: AdGroupResponseRow, viewpoint: Viewpoint): string {
  const automated = row.campaign_is_automated === 1
  return `${adGroupText(row, viewpoint).slice(0, -1)},"is_automated_campaign":${automated},"is_creative_expansion":false}`
}

function summaryOf(row: AdGroupResponseRow, viewpoint: Viewpoint): string {
  const campaign = {
    status: row.campaign_status,
    start_time: row.campaign_start_time,
    end_time: row.campaign_end_time,
  }
  return summaryStatus([row, campaign], viewpoint)
}
