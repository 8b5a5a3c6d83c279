import { adSummaryStatus, type RejectionReason, rejectionLabel, reviewAt } from '#server/domain/ads/review.ts'
import type { Viewpoint } from '#server/domain/ads/status.ts'
import type { AdResponseRow } from './repository.ts'

/** Returns the ad as JSON text, with the fields that depend on the clock, the parents and the Pin. */
export function adText(row: AdResponseRow, viewpoint: Viewpoint): string {
  const found: readonly RejectionReason[] = JSON.parse(row.rejected_reasons)
  const review = reviewAt({ submitted_at: row.submitted_at, rejected_reasons: found }, viewpoint.now)
  const lineage = [row, { status: row.ad_group_status }, { status: row.campaign_status }]
  const reasons = review === 'REJECTED' ? found : []
  const workedOut = JSON.stringify({
    is_pin_deleted: row.is_pin_deleted === 1,
    review_status: review,
    rejected_reasons: reasons,
    rejection_labels: reasons.map(rejectionLabel),
    summary_status: adSummaryStatus(lineage, review, viewpoint),
  })
  return `${row.json.slice(0, -1)},${workedOut.slice(1)}`
}
