/** The states that an advertiser gives a campaign, an ad group or an ad. */
export const entityStatuses = ['ACTIVE', 'PAUSED', 'ARCHIVED', 'DRAFT', 'DELETED_DRAFT'] as const
/** One of them. */
export type EntityStatus = (typeof entityStatuses)[number]

/** What campaigns and ad groups answer as `summary_status`: their state as delivery would see it. */
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
/** One of them. */
export type SummaryStatus = (typeof summaryStatuses)[number]

const next: Record<EntityStatus, readonly EntityStatus[]> = {
  DRAFT: ['DRAFT', 'ACTIVE', 'PAUSED', 'DELETED_DRAFT'],
  ACTIVE: ['ACTIVE', 'PAUSED', 'ARCHIVED'],
  PAUSED: ['PAUSED', 'ACTIVE', 'ARCHIVED'],
  ARCHIVED: [],
  DELETED_DRAFT: [],
}

/** The statuses that may follow this one; a status may follow itself unless it is final. */
export const statusesAfter = (status: EntityStatus): readonly EntityStatus[] => next[status]

/** ARCHIVED and DELETED_DRAFT: nothing about the entity changes any more. */
export const isFinal = (status: EntityStatus): boolean => next[status].length === 0

/** DRAFT, or deleted as one: such an entity may be incomplete. */
export const isDraft = (status: EntityStatus): boolean => status === 'DRAFT' || status === 'DELETED_DRAFT'

/** When something runs, in Unix seconds; null is open. */
export interface Window {
  readonly start_time: number | null
  readonly end_time: number | null
}

/** An entity in its hierarchy, the entity itself first, then its parents upwards. */
export type Statuses = readonly { readonly status: EntityStatus }[]

/** The same where each runs in a window. */
export type Lineage = readonly (Window & Statuses[number])[]

/** When and for whom an answer is made. */
export interface Viewpoint {
  /** Unix seconds of the world's clock. */
  readonly now: number
  /** The ad account cannot spend. */
  readonly billingDisabled: boolean
}

/**
 * What keeps an entity from running, whatever the time: the first that holds of the statuses that end or suspend it,
 * its account's state, and a pause anywhere above. Assumed: Pinterest publishes no derivation.
 */
export function heldBack(lineage: Statuses, { billingDisabled }: Viewpoint) {
  for (const { status } of lineage) if (status !== 'ACTIVE' && status !== 'PAUSED') return status
  if (billingDisabled) return 'ADVERTISER_DISABLED'
  return lineage.some(({ status }) => status === 'PAUSED') ? 'PAUSED' : undefined
}

/** `summary_status` at a moment: what holds the entity back, or the window that is left of it and every parent's. */
export function summaryStatus(lineage: Lineage, viewpoint: Viewpoint): SummaryStatus {
  const held = heldBack(lineage, viewpoint)
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
