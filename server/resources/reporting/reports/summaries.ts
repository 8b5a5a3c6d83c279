import { adSummaryStatus, type RejectionReason, reviewState } from '#server/domain/ads/review.ts'
import { type EntityStatus, type Lineage, summaryStatus, type Viewpoint } from '#server/domain/ads/status.ts'
import type { Progress } from '#server/worlds/progress.ts'
import type { productGroupSummaryStatuses } from './values.ts'

/** What the states of an account's entities depend on beside the entities. */
export interface SummaryViewpoint extends Viewpoint {
  readonly reviews: Progress
}

/** The state of an entity, of what its SQL expression returned. */
export interface Summary {
  /** An SQL expression of JSON, over the tables of the level. */
  readonly sql: string
  readonly statusOf: (stored: string, viewpoint: SummaryViewpoint) => string
}

const span = (table: string): string =>
  `json_object('status', ${table}.status, 'start_time', ${table}.start_time, 'end_time', ${table}.end_time)`

const byLineage = (stored: string, viewpoint: SummaryViewpoint): string =>
  summaryStatus(JSON.parse(stored) as Lineage, viewpoint)

interface StoredAd {
  readonly id: string
  readonly submitted_at: number | null
  readonly rejected_reasons: readonly RejectionReason[]
  readonly lineage: Lineage
}

interface StoredProductGroup {
  readonly included: boolean
  readonly statuses: readonly EntityStatus[]
}

/** The states of entities from the view of delivery, by their level. */
export const summaries = {
  campaign: { sql: `json_array(${span('campaign')})`, statusOf: byLineage },
  ad_group: { sql: `json_array(${span('ad_group')}, ${span('campaign')})`, statusOf: byLineage },
  ad: {
    sql: `json_object(
      'id', ad.id, 'submitted_at', ad.submitted_at, 'rejected_reasons', json(ad.rejected_reasons),
      'lineage', json_array(json_object('status', ad.status), ${span('ad_group')}, ${span('campaign')}))`,
    statusOf(stored, viewpoint) {
      const { id, lineage, ...reviewed }: StoredAd = JSON.parse(stored)
      const review = reviewState(reviewed, (lifecycle, start) => viewpoint.reviews.stateOf(lifecycle, start, id))
      return adSummaryStatus(lineage, review, viewpoint)
    },
  },
  product_group: {
    sql: `json_object(
      'included', product_group.json -> '$.included',
      'statuses', json_array(product_group.status, ad_group.status, campaign.status))`,
    statusOf: (stored) => productGroupStatus(JSON.parse(stored)),
  },
} as const satisfies Record<string, Summary>

/** Returns the state of a product group, which is worked out of its parents as those of ads are. Assumed. */
function productGroupStatus({ included, statuses }: StoredProductGroup): (typeof productGroupSummaryStatuses)[number] {
  if (!included) return 'EXCLUDED'
  if (statuses.some((status) => status !== 'ACTIVE' && status !== 'PAUSED')) return 'ARCHIVED'
  return statuses.includes('PAUSED') ? 'PAUSED' : 'RUNNING'
}
