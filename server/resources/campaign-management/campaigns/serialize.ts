import { scheduledText } from '#server/domain/ads/scheduled-change.ts'
import { summaryStatus, type Viewpoint } from '#server/domain/ads/status.ts'
import { withKeyBefore } from '#server/http/responses/json-text.ts'
import type { CampaignResponseRow } from './repository.ts'

/**
 * Returns the campaign as JSON text, with the budget and the bid multipliers that schedules give it now. The one field
 * that is not stored, `summary_status`, depends on the clock and is inserted at its recorded position.
 */
export function campaignText(row: CampaignResponseRow, viewpoint: Viewpoint): string {
  const json = scheduledText(row.json, viewpoint.scheduled?.())
  return withKeyBefore(json, 'is_campaign_budget_optimization', `"summary_status":"${summaryStatus([row], viewpoint)}"`)
}
