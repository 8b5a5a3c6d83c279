import { adSummaryStatus, type RejectionReason, rejectionLabel, reviewState } from '#server/domain/ads/review.ts'
import type { Viewpoint } from '#server/domain/ads/status.ts'
import type { Progress } from '#server/worlds/progress.ts'
import type { AdResponseRow } from './repository.ts'

/** What responses with ads depend on beside the ads: the ad account, and how far reviews are. */
export interface AdViewpoint extends Viewpoint {
  readonly reviews: Progress
}

/** Returns the ad as JSON text, with the fields that depend on the clock, the parents and the Pin. */
export function adText(row: AdResponseRow, viewpoint: AdViewpoint): string {
  const found: readonly RejectionReason[] = JSON.parse(row.rejected_reasons)
  const reviewed = { submitted_at: row.submitted_at, rejected_reasons: found }
  const review = reviewState(reviewed, (lifecycle, start) => viewpoint.reviews.stateOf(lifecycle, start, row.id))
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
