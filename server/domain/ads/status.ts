import type { ScheduledChanges } from './scheduled-change.ts'

/** The statuses that an advertiser sets on a campaign, ad group or ad. */
export const entityStatuses = ['ACTIVE', 'PAUSED', 'ARCHIVED', 'DRAFT', 'DELETED_DRAFT'] as const
/** One of `entityStatuses`. */
export type EntityStatus = (typeof entityStatuses)[number]

/** The values of `summary_status` of campaigns and ad groups: their state from the view of delivery. */
export const summaryStatuses = [
  'RUNNING',
  'PAUSED',
  'NOT_STARTED',
  'COMPLETED',
  'ADVERTISER_DISABLED',
  'ARCHIVED',
  'DRAFT',
  'DELETED_DRAFT',
] as const
/** One of `summaryStatuses`. */
export type SummaryStatus = (typeof summaryStatuses)[number]

const next: Record<EntityStatus, readonly EntityStatus[]> = {
  DRAFT: ['DRAFT', 'ACTIVE', 'PAUSED', 'DELETED_DRAFT'],
  ACTIVE: ['ACTIVE', 'PAUSED', 'ARCHIVED'],
  PAUSED: ['PAUSED', 'ACTIVE', 'ARCHIVED'],
  ARCHIVED: [],
  DELETED_DRAFT: [],
}

/** Returns the statuses that may follow one, itself included unless it is final. */
export const statusesAfter = (status: EntityStatus): readonly EntityStatus[] => next[status]

/** Tells whether a status is final, as ARCHIVED and DELETED_DRAFT are: the entity can no longer change. */
export const isFinal = (status: EntityStatus): boolean => next[status].length === 0

/** Tells whether an entity is a draft, deleted or not: drafts may be incomplete. */
export const isDraft = (status: EntityStatus): boolean => status === 'DRAFT' || status === 'DELETED_DRAFT'

/** The schedule of an entity in Unix seconds; null is open. */
export interface Window {
  readonly start_time: number | null
  readonly end_time: number | null
}

/** The statuses of an entity and its parents, the entity first. */
export type Statuses = readonly { readonly status: EntityStatus }[]

/** The same with the schedule of each. */
export type Lineage = readonly (Window & Statuses[number])[]

/** The time and the account state that a summary is computed for. */
export interface Viewpoint {
  /** Unix seconds of the world's clock. */
  readonly now: number
  /** Whether the ad account cannot spend. */
  readonly billingDisabled: boolean
  /** Returns what schedules change at that time, by entity; undefined when nothing. Absent where nothing can. */
  readonly scheduled?: () => ScheduledChanges | undefined
}

/**
 * Returns the status that keeps an entity from running, whatever the time: the first final or draft status of it or a
 * parent, then the account's state, then a pause. Assumed: Pinterest publishes no derivation.
 */
export function blockingStatus(lineage: Statuses, { billingDisabled }: Viewpoint) {
  for (const { status } of lineage) if (status !== 'ACTIVE' && status !== 'PAUSED') return status
  if (billingDisabled) return 'ADVERTISER_DISABLED'
  return lineage.some(({ status }) => status === 'PAUSED') ? 'PAUSED' : undefined
}

/**
 * Computes `summary_status`: the status that keeps the entity from running, else its position in its own schedule and
 * those of its parents.
 */
export function summaryStatus(lineage: Lineage, viewpoint: Viewpoint): SummaryStatus {
  const held = blockingStatus(lineage, viewpoint)
  if (held !== undefined) return held
  const { now } = viewpoint
  let completed = false
  let notStarted = false
  for (const { start_time, end_time } of lineage) {
    if (start_time !== null && start_time > now) notStarted = true
    if (end_time !== null && end_time <= now) completed = true
  }
  if (notStarted) return 'NOT_STARTED'
  return completed ? 'COMPLETED' : 'RUNNING'
}
