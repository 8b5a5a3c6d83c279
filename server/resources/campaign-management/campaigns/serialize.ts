import { summaryStatus, type Viewpoint } from '#server/domain/ads/status.ts'
import { withKeyBefore } from '#server/http/responses/json-text.ts'
import type { AnsweredCampaign } from './repository.ts'

/**
 * Returns the campaign as JSON text: what is stored, and, where it was recorded, the one field that depends on the
 * clock.
 */
export const campaignText = (row: AnsweredCampaign, viewpoint: Viewpoint): string =>
  withKeyBefore(row.json, 'is_campaign_budget_optimization', `"summary_status":"${summaryStatus([row], viewpoint)}"`)
