import { judgeCampaign, judgeCaps, promotionsOf } from './campaigns-at-rest.ts'
import { trackingOf } from './details.ts'
import type { AdGroup, Campaign, State } from './state.ts'
import { isDraft, isFinal, mayBecome } from './status.ts'
import { mentioned, Objections, refused, type Verdict, withSent } from './verdict.ts'

type Nullable<Fields> = { readonly [Field in keyof Fields]?: Fields[Field] | null }

/** What a caller may send about a campaign. */
export type SentCampaign = Nullable<
  Pick<
    Campaign,
    | 'name'
    | 'objective_type'
    | 'status'
    | 'daily_spend_cap'
    | 'lifetime_spend_cap'
    | 'is_campaign_budget_optimization'
    | 'is_flexible_daily_budgets'
    | 'is_automated_campaign'
    | 'is_performance_plus'
    | 'is_top_of_search'
    | 'intended_promotion_type'
    | 'tracking_urls'
    | 'start_time'
    | 'end_time'
  >
>

const locked = [
  'objective_type',
  'intended_promotion_type',
  'is_campaign_budget_optimization',
  'is_automated_campaign',
  'is_performance_plus',
  'is_top_of_search',
] as const

/** What becomes of a campaign that is created. */
export function createCampaign(state: State, sent: SentCampaign): Verdict<Campaign> {
  const objective = sent.objective_type ?? ''
  const capped = (sent.daily_spend_cap ?? 0) + (sent.lifetime_spend_cap ?? 0) > 0
  const row: Campaign = {
    id: '',
    ad_account_id: state.account,
    type: 'campaign',
    name: sent.name ?? '',
    objective_type: objective,
    status: sent.status ?? 'ACTIVE',
    daily_spend_cap: sent.daily_spend_cap ?? 0,
    lifetime_spend_cap: sent.lifetime_spend_cap ?? 0,
    is_campaign_budget_optimization:
      sent.is_campaign_budget_optimization ?? (objective !== 'VIDEO_COMPLETION' || capped),
    is_flexible_daily_budgets: sent.is_flexible_daily_budgets ?? false,
    is_automated_campaign: sent.is_automated_campaign ?? false,
    is_performance_plus: sent.is_performance_plus ?? false,
    is_top_of_search: sent.is_top_of_search ?? false,
    intended_promotion_type: sent.intended_promotion_type ?? promotionsOf(objective)[0] ?? '',
    start_time: sent.start_time ?? state.now,
    end_time: sent.end_time === -1 ? null : (sent.end_time ?? null),
    created_time: state.now,
    updated_time: state.now,
    order_line_id: null,
    tracking_urls: trackingOf(sent.tracking_urls),
    bid_options: null,
    ext_features: null,
  }
  const objections = new Objections()
  judgeCaps(row, undefined, objections)
  judgeCampaign(state, row, objections)
  if (!isDraft(row.status)) {
    endsLater(state, row, objections)
    const isSent = sent.status != null && sent.start_time != null
    objections.when(row.is_performance_plus && !isSent, 'Performance+ is told its status and start')
  }
  return objections.verdict(row)
}

/** What becomes of a campaign that is changed. */
export function updateCampaign(state: State, id: string, sent: SentCampaign): Verdict<Campaign> {
  const before = state.campaigns.get(id)
  if (!before) return refused('no such campaign', 2)
  if (isFinal(before.status)) return refused(`${before.status} is final`)
  const promotions = promotionsOf(sent.objective_type ?? before.objective_type)
  const follows = !promotions.includes(before.intended_promotion_type) && { intended_promotion_type: promotions[0] }
  const changed: Campaign = {
    ...withSent({ ...before, ...follows }, sent),
    start_time: sent.start_time ?? before.start_time,
    ...(sent.daily_spend_cap === null && { daily_spend_cap: 0 }),
    ...(sent.lifetime_spend_cap === null && { lifetime_spend_cap: 0 }),
    ...(sent.end_time === -1 && { end_time: null }),
    updated_time: state.now,
    tracking_urls: trackingOf(sent.tracking_urls === undefined ? before.tracking_urls : sent.tracking_urls),
  }
  const row = before.status === 'DRAFT' ? withDefaultOptimization(changed, sent) : changed
  const published = before.status === 'DRAFT' && !isDraft(row.status)
  const objections = new Objections(published ? undefined : mentioned(sent, before, row, locked))
  objections.when(!mayBecome(before.status, row.status), `${before.status} does not become ${row.status}`)
  if (before.status !== 'DRAFT') {
    for (const name of locked) objections.when(row[name] !== before[name], `${name} is locked`)
  }
  if (published) endsLater(state, row, objections)
  const optimized = row.is_campaign_budget_optimization && !before.is_campaign_budget_optimization
  objections.when(optimized && openAdGroups(state, id).length > 70, 'more than 70 ad groups')
  judgeCaps(row, published ? undefined : before, objections)
  judgeCampaign(state, row, objections)
  return objections.verdict(row)
}

/** A draft of VIDEO_COMPLETION becomes CBO with its cap, as it would have been created. */
function withDefaultOptimization(row: Campaign, sent: SentCampaign): Campaign {
  const follows = row.objective_type === 'VIDEO_COMPLETION' && row.daily_spend_cap + row.lifetime_spend_cap > 0
  return follows && sent.is_campaign_budget_optimization == null
    ? { ...row, is_campaign_budget_optimization: true }
    : row
}

/** What a stored change of a campaign does to its ad groups: their budgets follow its way of budgeting. */
export function cascade(state: State, before: Campaign, after: Campaign): void {
  const cbo = after.is_campaign_budget_optimization
  if (before.is_campaign_budget_optimization === cbo) return
  for (const row of state.adGroups.values()) {
    if (row.campaign_id !== after.id || isFinal(row.status)) continue
    const budget_type = cbo ? 'CBO_ADGROUP' : 'DAILY'
    state.adGroups.set(row.id, { ...row, budget_in_micro_currency: null, budget_type })
  }
}

function endsLater({ now }: State, { end_time }: Campaign, objections: Objections): void {
  objections.when(end_time !== null && end_time <= now, 'it ends in the past')
}

/** A campaign's ad groups that count for its limit. */
export const openAdGroups = (state: State, campaignId: string): readonly AdGroup[] =>
  [...state.adGroups.values()].filter(({ campaign_id, status }) => campaign_id === campaignId && !isFinal(status))
