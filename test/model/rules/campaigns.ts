import type { Campaign, State, Status } from './state.ts'
import { isDraft, isFinal, mayBecome } from './status.ts'
import { Objections, refused, type Verdict } from './verdict.ts'

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
    | 'start_time'
    | 'end_time'
  >
>

const selling = ['CONSIDERATION', 'WEB_CONVERSION', 'SALES', 'LEADS', 'CATALOG_SALES']
const promotions: Readonly<Record<string, readonly string[]>> = {
  CONSIDERATION: ['STANDARD_AD', 'CATALOG'],
  SALES: ['STANDARD_AD', 'CATALOG'],
  LEADS: ['STANDARD_AD', 'CATALOG'],
  WEB_CONVERSION: ['LEGACY', 'STANDARD_AD'],
  CATALOG_SALES: ['LEGACY'],
  // Nothing is known of it: nothing is refused.
  CTV_CONSIDERATION: ['STANDARD_AD', 'LEGACY', 'CATALOG'],
}
const promotionsOf = (objective: string): readonly string[] => promotions[objective] ?? ['STANDARD_AD']

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
    tracking_urls: null,
    bid_options: null,
    ext_features: null,
  }
  const objections = new Objections()
  judge(state, row, objections)
  if (!isDraft(row.status)) {
    endsLater(state, row, objections)
    const told = sent.status != null && sent.start_time != null
    objections.when(row.is_performance_plus && !told, 'Performance+ is told its status and start')
  }
  return objections.verdict(row)
}

/** What becomes of a campaign that is changed. */
export function updateCampaign(state: State, id: string, sent: SentCampaign): Verdict<Campaign> {
  const before = state.campaigns.get(id)
  if (!before) return refused('no such campaign', 2)
  if (isFinal(before.status)) return refused(`${before.status} is final`)
  const given = Object.entries(sent).filter(([name, value]) => value !== null && value !== undefined && name !== 'id')
  const promotions = promotionsOf(sent.objective_type ?? before.objective_type)
  const row: Campaign = {
    ...before,
    ...(!promotions.includes(before.intended_promotion_type) && { intended_promotion_type: promotions[0] }),
    ...Object.fromEntries(given),
    ...(sent.daily_spend_cap === null && { daily_spend_cap: 0 }),
    ...(sent.lifetime_spend_cap === null && { lifetime_spend_cap: 0 }),
    ...((sent.end_time === null || sent.end_time === -1) && { end_time: null }),
    updated_time: state.now,
  }
  const objections = new Objections()
  objections.when(!mayBecome(before.status, row.status), `${before.status} does not become ${row.status}`)
  if (before.status !== 'DRAFT') {
    for (const name of locked) objections.when(row[name] !== before[name], `${name} is locked`)
  } else if (!isDraft(row.status)) {
    endsLater(state, row, objections)
  }
  judge(state, row, objections)
  return objections.verdict(row)
}

function endsLater({ now }: State, { end_time }: Campaign, objections: Objections): void {
  objections.when(end_time !== null && end_time <= now, 'it ends in the past')
}

/** What holds for a campaign at rest; of a draft, only what does not wait for its publication. */
function judge({ features }: State, row: Campaign, objections: Objections): void {
  const { objective_type: objective, daily_spend_cap: daily, lifetime_spend_cap: lifetime } = row
  const cbo = row.is_campaign_budget_optimization
  const shopping = selling.includes(objective)
  objections.when(!promotionsOf(objective).includes(row.intended_promotion_type), 'the objective has another promotion')
  objections.when(row.is_performance_plus && !shopping && objective !== 'APP_INSTALL', 'no Performance+ objective')
  objections.when(row.is_automated_campaign && !shopping, 'no objective of automated campaigns')
  objections.when(row.is_top_of_search && !shopping, 'no objective of the top of search')
  objections.when(row.is_performance_plus && row.is_automated_campaign, 'Performance+ is not automated')
  objections.when(row.is_performance_plus && row.is_top_of_search, 'Performance+ is not at the top of search')
  if (isDraft(row.status)) return
  objections.when(cbo && daily > 0 && lifetime > 0, 'both caps')
  objections.when(cbo && daily === 0 && lifetime === 0, 'no cap', 2384)
  objections.when(cbo && lifetime > 0 && row.end_time === null, 'a lifetime cap without an end')
  objections.when(!cbo && daily + lifetime > 0, 'a cap without CBO')
  objections.when(!cbo && features.require_cbo, 'the account requires CBO')
  objections.when(row.is_flexible_daily_budgets && !(cbo && daily > 0), 'flexible without a daily cap')
  objections.when(row.is_automated_campaign && daily === 0, 'automated without a daily cap')
  objections.when(row.is_performance_plus && daily > 0 && !row.is_flexible_daily_budgets, 'Performance+ is flexible')
  objections.when(row.is_performance_plus && !cbo, 'Performance+ has the budget')
  objections.when(row.end_time !== null && row.end_time <= row.start_time, 'it ends before it starts')
}

/** Whether a campaign takes new ad groups. */
export const takesMore = (campaign: Campaign): boolean =>
  !(['ARCHIVED', 'DELETED_DRAFT'] as readonly Status[]).includes(campaign.status)
