import type { Row } from '../../state/world-export.ts'

/** A field that has the time of a change. */
export interface Moment {
  readonly kind: string
  readonly field: string
  readonly what: string
  /** Tells whether nothing changes any more. */
  readonly isOver?: (row: Row) => boolean
}

const isGone = ({ status }: Row): boolean => status === 'ARCHIVED' || status === 'DELETED_DRAFT'

/** The fields that say when something begins or ends. */
export const moments: readonly Moment[] = [
  { kind: 'campaigns', field: 'start_time', what: 'starts', isOver: isGone },
  { kind: 'campaigns', field: 'end_time', what: 'ends', isOver: isGone },
  { kind: 'ad_groups', field: 'start_time', what: 'starts', isOver: isGone },
  { kind: 'ad_groups', field: 'end_time', what: 'ends', isOver: isGone },
  { kind: 'schedules', field: 'start_timestamp', what: 'begins', isOver: isCanceled },
  { kind: 'schedules', field: 'end_timestamp', what: 'is over', isOver: isCanceled },
  { kind: 'promotions', field: 'start_time', what: 'starts', isOver: isGone },
  { kind: 'promotions', field: 'end_time', what: 'ends', isOver: isGone },
  { kind: 'order_lines', field: 'end_time', what: 'expires' },
  { kind: 'campaign_ad_previews', field: 'expires_at', what: 'expires' },
  {
    kind: 'business_invites',
    field: 'invite_expiration',
    what: 'expires',
    isOver: ({ invite_status: status }) => status !== 'PENDING',
  },
  {
    kind: 'conversion_deletion_requests',
    field: 'due',
    what: 'is submitted',
    isOver: ({ cancelled }) => cancelled !== null,
  },
  {
    kind: 'feeds',
    field: 'next_start',
    what: 'is processed again',
    isOver: ({ is_active: isActive }) => isActive === 0,
  },
  {
    kind: 'access_tokens',
    field: 'expires_at',
    what: 'expires',
    isOver: ({ is_revoked: isRevoked }) => isRevoked === 1,
  },
  { kind: 'refresh_tokens', field: 'expires_at', what: 'expires', isOver: ({ is_over: isOver }) => isOver === 1 },
  { kind: 'authorization_codes', field: 'expires_at', what: 'expires', isOver: ({ is_used: isUsed }) => isUsed === 1 },
  { kind: 'faults', field: 'expires', what: 'expires' },
  { kind: 'stubs', field: 'expires', what: 'expires' },
]

function isCanceled({ schedule_status: status }: Row): boolean {
  return status === 'CANCELED' || status === 'FAILED'
}

/** A kind whose state follows from the time since it began. */
export interface Course {
  readonly kind: string
  /** The field that says when it began. */
  readonly field: string
  /** Seconds until the last state, where no transition is set. */
  readonly takes: number
  readonly what: (row: Row) => string
}

const becomes = (states: string) => (): string => `becomes ${states}`
const isReviewed = ({ rejected_reasons: reasons }: Row): string =>
  Array.isArray(reasons) && reasons.length > 0 ? 'is REJECTED by its review' : 'is APPROVED by its review'

/** The kinds of the table of the guide on time: documented times. */
export const courses: readonly Course[] = [
  { kind: 'ads', field: 'submitted_at', takes: 3600, what: isReviewed },
  { kind: 'audiences', field: 'filled_since', takes: 60, what: becomes('READY or TOO_SMALL') },
  { kind: 'customer_lists', field: 'updated_time', takes: 60, what: becomes('READY or TOO_SMALL') },
  { kind: 'customer_list_uploads', field: 'started_time', takes: 60, what: becomes('SUCCEEDED') },
  { kind: 'media', field: 'registered_at', takes: 3, what: becomes('succeeded or failed') },
  { kind: 'reports', field: 'created_time', takes: 10, what: becomes('FINISHED') },
  { kind: 'bulk_requests', field: 'created_time', takes: 10, what: becomes('SUCCEEDED or FAILED') },
  { kind: 'leads_export', field: 'created_time', takes: 10, what: becomes('FINISHED') },
  { kind: 'feed_processing_results', field: 'started', takes: 10, what: becomes('COMPLETED or FAILED') },
  { kind: 'item_batches', field: 'created_at', takes: 10, what: becomes('COMPLETED') },
  { kind: 'catalog_reports', field: 'created_time', takes: 10, what: becomes('FINISHED') },
  { kind: 'dynamic_titles', field: 'ad group', takes: 3600, what: becomes('READY') },
  { kind: 'user_websites', field: 'started', takes: 0, what: becomes('verified') },
]
