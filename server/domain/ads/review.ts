import { beganFor, type Lifecycle, stateAt } from '../time/lifecycle.ts'
import { heldBack, type Statuses, type Viewpoint } from './status.ts'

/** What may be answered as `review_status`. */
export const reviewStatuses = ['OTHER', 'PENDING', 'REJECTED', 'APPROVED'] as const

/** What ads answer as `summary_status`: their state as delivery would see it. */
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

/** Why a review may end in a rejection. */
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
/** One of them. */
export type RejectionReason = (typeof rejectionReasons)[number]

/** A reason in words, as `rejection_labels` has it. Assumed: no such text is published. */
export const rejectionLabel = (reason: RejectionReason): string =>
  `${reason.charAt(0)}${reason.slice(1).toLowerCase().replaceAll('_', ' ')}`

/** What decides the review of an ad. */
export interface Reviewed {
  /** When the ad was created or left DRAFT, in Unix seconds; null while it is a draft. */
  readonly submitted_at: number | null
  /** What the review will find. */
  readonly rejected_reasons: readonly RejectionReason[]
}

/** Where the review of an ad may stand. */
export const reviewStates = ['PENDING', 'APPROVED', 'REJECTED'] as const
/** One of them. */
export type ReviewState = (typeof reviewStates)[number]

/** Assumed: the real service's reviews take up to a day. */
const reviewTakes = 3600
const approval: Lifecycle<ReviewState> = [
  [0, 'PENDING'],
  [reviewTakes, 'APPROVED'],
]
const rejection: Lifecycle<ReviewState> = [
  [0, 'PENDING'],
  [reviewTakes, 'REJECTED'],
]

/** Where the review of an ad stands at a moment. */
export function reviewAt({ submitted_at, rejected_reasons }: Reviewed, now: number): ReviewState {
  if (submitted_at === null) return 'PENDING'
  return stateAt(rejected_reasons.length > 0 ? rejection : approval, submitted_at, now)
}

/** When a review began that has just come to this, in Unix seconds. */
export const reviewBegunFor = (state: ReviewState, now: number): number =>
  beganFor(state === 'REJECTED' ? rejection : approval, state, now) ?? now

/** `summary_status` of an ad: what holds it back, or where its review stands. */
export const adSummaryStatus = (
  lineage: Statuses,
  review: ReviewState,
  viewpoint: Viewpoint,
): (typeof adSummaryStatuses)[number] => heldBack(lineage, viewpoint) ?? review
