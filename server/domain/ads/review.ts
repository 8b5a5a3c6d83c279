import type { Lifecycle } from '../time/lifecycle.ts'
import type { ActiveTransition } from '../time/transition.ts'
import { blockingStatus, type Statuses, type Viewpoint } from './status.ts'

/** The values of `review_status`. */
export const reviewStatuses = ['OTHER', 'PENDING', 'REJECTED', 'APPROVED'] as const

/** The values of an ad's `summary_status`: its state from the view of delivery. */
export const adSummaryStatuses = [
  'APPROVED',
  'PAUSED',
  'PENDING',
  'REJECTED',
  'ADVERTISER_DISABLED',
  'ARCHIVED',
  'DRAFT',
  'DELETED_DRAFT',
] as const

/** The reasons for which a review rejects an ad. */
export const rejectionReasons = [
  'HASHTAGS',
  'PROMOTIONS_AND_PRICES',
  'TARGETING',
  'LANDING_PAGE',
  'CAPS_AND_SYMBOLS',
  'SHOCKING',
  'WEIGHT_LOSS',
  'PROHIBITED_PRODUCT',
  'AUTHENTICITY',
  'NUDITY',
  'CONFUSING_DESIGN',
  'URGENCY',
  'RATINGS',
  'APP',
  'ALCOHOL',
  'CONTESTS',
  'POLITICAL',
  'OTHER',
  'IMAGE',
  'NAR',
  'INCONSISTENT',
  'CLICKBAIT',
  'NO_DESCRIPTION',
  'LOW_QUALITY',
  'EXAGGERATED_CLAIMS',
  'PINTEREST_BRAND',
  'ALCOHOL_NO_SALE',
  'LANDING_PAGE_SPEED',
  'LANDING_PAGE_HARDWALL',
  'LANDING_PAGE_BROKEN',
  'LANDING_PAGE_QUALITY',
  'OUT_OF_STOCK',
  'IMAGE_LOW_QUALITY',
  'IMAGE_BUSY',
  'IMAGE_POORLY_EDITED',
  'IMAGE_BEFORE_AFTER',
  'UGC',
  'FAKE_BUTTONS',
  'WEAPONS',
  'SENSITIVE',
  'UNACCEPTABLE_BUSINESS',
  'SUSPICIOUS_CLAIMS',
  'PHARMA',
  'SUSPICIOUS_SUPPLEMENTS',
  'ILLEGAL_RECREATIONAL_DRUG',
  'LOW_QUALITY_LANDING_PAGE',
  'RESTRICTED_HEALTHCARE',
  'INCONSISTENT_LANG_FR',
] as const
/** One of `rejectionReasons`. */
export type RejectionReason = (typeof rejectionReasons)[number]

/** Returns the text of a reason in `rejection_labels`. Assumed: no texts are published. */
export const rejectionLabel = (reason: RejectionReason): string =>
  `${reason.charAt(0)}${reason.slice(1).toLowerCase().replaceAll('_', ' ')}`

/** The states of a review. */
export const reviewStates = ['PENDING', 'APPROVED', 'REJECTED'] as const
/** One of `reviewStates`. */
export type ReviewState = (typeof reviewStates)[number]

/** Seconds until a review ends. Assumed: the real service takes up to a day. */
const reviewTakes = 3600
const approval: Lifecycle<ReviewState> = [
  [0, 'PENDING'],
  [reviewTakes, 'APPROVED'],
]
const rejection: Lifecycle<ReviewState> = [
  [0, 'PENDING'],
  [reviewTakes, 'REJECTED'],
]

/** The facts that decide the review of an ad. */
export interface Reviewed {
  /** When the ad was created or left DRAFT, in Unix seconds; null while it is a draft. */
  readonly submitted_at: number | null
  /** The reasons that the review will reject it for; empty when it will be approved. */
  readonly rejected_reasons: readonly RejectionReason[]
}

/** Returns the state of an ad's review, by the state of its lifecycle. */
export const reviewState = (
  { submitted_at, rejected_reasons }: Reviewed,
  stateOf: (lifecycle: Lifecycle<ReviewState>, start: number) => ReviewState,
): ReviewState => (submitted_at === null ? 'PENDING' : stateOf(reviewLifecycle(rejected_reasons), submitted_at))

/** Returns the lifecycle of the review of an ad with these reasons for a rejection. */
export const reviewLifecycle = (reasons: readonly RejectionReason[]): Lifecycle<ReviewState> =>
  reasons.length > 0 ? rejection : approval

/**
 * Returns when a review approves an ad, in Unix seconds; infinity for a draft, and where it rejects the ad or never ends.
 * A review that ends with a number of reads counts with its usual time: it is not kept when reads were.
 */
export function approvalTimeOf({ submitted_at, rejected_reasons }: Reviewed, active?: ActiveTransition): number {
  if (submitted_at === null || rejected_reasons.length > 0) return Number.POSITIVE_INFINITY
  const usual = submitted_at + reviewTakes
  if (active === undefined || usual <= active.since) return usual
  const { transition } = active
  if (transition === 'immediate') return submitted_at
  if (transition === 'never') return Number.POSITIVE_INFINITY
  return 'after' in transition ? submitted_at + transition.after : usual
}

/** Returns `summary_status` of an ad: the status that keeps it from running, or the state of its review. */
export const adSummaryStatus = (
  lineage: Statuses,
  review: ReviewState,
  viewpoint: Viewpoint,
): (typeof adSummaryStatuses)[number] => blockingStatus(lineage, viewpoint) ?? review
