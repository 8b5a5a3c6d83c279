import type { Ad, AdGroup, Campaign, DeliveryDay, State } from './state.ts'
import { reviewTakes } from './status.ts'

/** The seconds of a day. */
export const day = 86_400

interface Span {
  readonly from: number
  readonly to: number
}

/** Notes what can be delivered, and spent, while the time goes by and nothing else happens. */
export function letTimePass(state: State, seconds: number): void {
  const end = state.now + seconds
  for (let from = state.now; from < end; ) {
    const number = Math.floor(from / day)
    const to = Math.min(end, (number + 1) * day)
    const known = state.days.get(number) ?? { open: new Map(), most: new Map(), least: new Map() }
    state.days.set(number, known)
    notePart(state, known, { from, to })
    from = to
  }
  state.now = end
}

function notePart(state: State, { open, most, least }: DeliveryDay, span: Span): void {
  for (const ad of state.ads.values()) {
    const seconds = secondsOf(state, ad, span)
    if (seconds > 0) open.set(ad.id, (open.get(ad.id) ?? 0) + seconds)
  }
  const limit = (id: string, amount: number): void => void most.set(id, Math.max(most.get(id) ?? 0, amount))
  for (const row of state.campaigns.values()) {
    limit(row.id, limitOfCampaign(row))
    const budget = bidsEnough(state, row) ? plainBudget(row) : 0
    least.set(row.id, Math.min(least.get(row.id) ?? budget, budget))
  }
  for (const row of state.adGroups.values()) limit(row.id, limitOfAdGroup(state, row))
}

/**
 * Returns in how many seconds of a span an ad is shown: reviewed, active, and inside all schedules, as are its parents.
 * Never where views of videos are paid for: no ad of these worlds has a video.
 */
function secondsOf(state: State, { status, submitted, ad_group_id }: Ad, { from, to }: Span): number {
  const adGroup = state.adGroups.get(ad_group_id)
  const campaign = state.campaigns.get(adGroup?.campaign_id ?? '')
  if (adGroup === undefined || campaign === undefined || submitted === null) return 0
  if ([status, adGroup.status, campaign.status].some((one) => one !== 'ACTIVE')) return 0
  if (state.features.billing_disabled || adGroup.billable_event === 'VIDEO_V_50_MRC') return 0
  const starts = [from, submitted + reviewTakes, adGroup.start_time ?? 0, campaign.start_time]
  const ends = [to, adGroup.end_time ?? to, campaign.end_time ?? to]
  return Math.max(0, Math.min(...ends) - Math.max(...starts))
}

/** A flexible budget may spend twice its average on a day; a lifetime budget no more than all of it. */
function limitOfCampaign(row: Campaign): number {
  if (!row.is_campaign_budget_optimization) return Number.POSITIVE_INFINITY
  if (row.lifetime_spend_cap > 0) return row.lifetime_spend_cap
  if (row.daily_spend_cap === 0) return Number.POSITIVE_INFINITY
  return row.is_flexible_daily_budgets ? 2 * row.daily_spend_cap : row.daily_spend_cap
}

function limitOfAdGroup(state: State, { campaign_id, budget_in_micro_currency }: AdGroup): number {
  const isShared = state.campaigns.get(campaign_id)?.is_campaign_budget_optimization ?? true
  return isShared ? Number.POSITIVE_INFINITY : (budget_in_micro_currency ?? Number.POSITIVE_INFINITY)
}

/** Returns the budget of each day, whatever was spent before it; 0 without one. */
const plainBudget = (row: Campaign): number =>
  row.is_campaign_budget_optimization && row.lifetime_spend_cap === 0 && !row.is_flexible_daily_budgets
    ? row.daily_spend_cap
    : 0

/** The least daily budget of a campaign and the least bid, in micro-currency, and the most ads in it, that are enough. */
const enough = { budget: 5_000_000, bid: 100_000, ads: 3 }

/** Tells whether no ad group of a campaign bids so little that others may win all impressions. */
const bidsEnough = ({ adGroups }: State, { id }: Campaign): boolean =>
  [...adGroups.values()].every(
    ({ campaign_id, bid_in_micro_currency: bid }) => campaign_id !== id || bid === null || bid >= enough.bid,
  )

/** Tells whether an ad must have delivered on a day: it could all day, and shared a plain budget with few others. */
export function mustDeliver(state: State, { id, ad_group_id }: Ad, { open, least }: DeliveryDay): boolean {
  if (open.get(id) !== day) return false
  const campaignOf = (adGroupId = ''): string => state.adGroups.get(adGroupId)?.campaign_id ?? ''
  const campaign = campaignOf(ad_group_id)
  const rivals = [...open.keys()].filter((one) => campaignOf(state.ads.get(one)?.ad_group_id) === campaign)
  return (least.get(campaign) ?? 0) >= enough.budget && rivals.length <= enough.ads
}
