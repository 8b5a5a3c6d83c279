import type { Ad, AdGroup, Campaign, State, Status } from './state.ts'

const next: Readonly<Record<Status, readonly Status[]>> = {
  DRAFT: ['DRAFT', 'ACTIVE', 'PAUSED', 'DELETED_DRAFT'],
  ACTIVE: ['ACTIVE', 'PAUSED', 'ARCHIVED'],
  PAUSED: ['PAUSED', 'ACTIVE', 'ARCHIVED'],
  ARCHIVED: [],
  DELETED_DRAFT: [],
}

/** Whether an update may lead from one status to the other. */
export const mayBecome = (from: Status, to: Status): boolean => next[from].includes(to)

/** Whether nothing about an entity can be changed any more. */
export const isFinal = (status: Status): boolean => next[status].length === 0

/** Whether the status is one of an unpublished entity, whose rules wait. */
export const isDraft = (status: Status): boolean => status === 'DRAFT' || status === 'DELETED_DRAFT'

interface Window {
  readonly start_time: number | null
  readonly end_time: number | null
}

/** What keeps an entity from delivery whatever the time: by these statuses, its own first, then its parents'. */
function heldBack(state: State, statuses: readonly Status[]): string | undefined {
  const standing = statuses.find((status) => status === 'ARCHIVED' || isDraft(status))
  if (standing) return standing
  if (state.features.billing_disabled) return 'ADVERTISER_DISABLED'
  return statuses.includes('PAUSED') ? 'PAUSED' : undefined
}

/** The state as delivery sees it: of an entity with these statuses and windows, its own first, then its parents'. */
function summary(state: State, statuses: readonly Status[], windows: readonly Window[]): string {
  const held = heldBack(state, statuses)
  if (held) return held
  if (windows.some(({ start_time }) => start_time !== null && start_time > state.now)) return 'NOT_STARTED'
  if (windows.some(({ end_time }) => end_time !== null && end_time <= state.now)) return 'COMPLETED'
  return 'RUNNING'
}

/** A campaign as it is read now. */
export const seenCampaign = (state: State, row: Campaign): Campaign => ({
  ...row,
  summary_status: summary(state, [row.status], [row]),
})

/** An ad group as it is read now. */
export function seenAdGroup(state: State, row: AdGroup): AdGroup {
  const campaign = kept(state.campaigns, row.campaign_id)
  return { ...row, summary_status: summary(state, [row.status, campaign.status], [row, campaign]) }
}

/** The seconds that a review takes. */
export const reviewTakes = 3600

/** An ad as it is read now. Reviews take an hour from the time that the ad is there to be reviewed. */
export function seenAd(state: State, { submitted, ...row }: Ad) {
  const adGroup = kept(state.adGroups, row.ad_group_id)
  const campaign = kept(state.campaigns, adGroup.campaign_id)
  const isReviewed = submitted !== null && state.now >= submitted + reviewTakes
  const review_status = isReviewed ? 'APPROVED' : 'PENDING'
  const summary_status = heldBack(state, [row.status, adGroup.status, campaign.status]) ?? review_status
  return { ...row, campaign_id: campaign.id, review_status, summary_status }
}

function kept<Row>(rows: ReadonlyMap<string, Row>, id: string): Row {
  const row = rows.get(id)
  if (!row) throw new Error(`the model lost ${id}`)
  return row
}
