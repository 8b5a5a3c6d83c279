import { summaryStatus, type Viewpoint } from '#server/domain/ads/status.ts'
import { withKeyBefore } from '#server/http/responses/json-text.ts'
import type { CampaignResponseRow } from './repository.ts'

/**
 * Returns the campaign as JSON text. The one field that is not stored, `summary_status`, depends on the clock and is
 * inserted at its recorded position.
 */
export const campaignText = (row: CampaignResponseRow, viewpoint: Viewpoint): string =>
  withKeyBefore(row.json, 'is_campaign_budget_optimization', `"summary_status":"${summaryStatus([row], viewpoint)}"`)
