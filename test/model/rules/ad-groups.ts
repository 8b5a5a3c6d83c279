import { takesMore } from './campaigns.ts'
import type { AdGroup, Campaign, State } from './state.ts'
import { isDraft, isFinal, mayBecome } from './status.ts'
import { Objections, refused, type Verdict } from './verdict.ts'

type Nullable<Fields> = { readonly [Field in keyof Fields]?: Fields[Field] | null }

/** What a caller may send about an ad group. */
export type SentAdGroup = Nullable<
  Pick<
    AdGroup,
    | 'campaign_id'
    | 'name'
    | 'status'
    | 'billable_event'
    | 'bid_in_micro_currency'
    | 'bid_strategy_type'
    | 'budget_in_micro_currency'
    | 'budget_type'
    | 'pacing_delivery_type'
    | 'lifetime_frequency_cap'
    | 'targeting_spec'
    | 'optimization_goal_metadata'
    | 'start_time'
    | 'end_time'
  >
>

const bidRequired = ['AWARENESS IMPRESSION', 'CONSIDERATION CLICKTHROUGH', 'CATALOG_SALES CLICKTHROUGH']
const events: Readonly<Record<string, string>> = {
  AWARENESS: 'IMPRESSION',
  CONSIDERATION: 'CLICKTHROUGH',
  WEB_CONVERSION: 'IMPRESSION',
}
const performancePlusTargeting = ['AGE_BUCKET', 'AUDIENCE_EXCLUDE', 'AUDIENCE_INCLUDE', 'GEO', 'LOCATION']
const most = 70

/** What becomes of an ad group that is created. */
export function createAdGroup(state: State, sent: SentAdGroup): Verdict<AdGroup> {
  const campaign = state.campaigns.get(sent.campaign_id ?? '')
  if (!campaign) return refused('no such campaign', 2)
  const cbo = campaign.is_campaign_budget_optimization
  const row: AdGroup = {
    id: '',
    ad_account_id: state.account,
    type: 'adgroup',
    campaign_id: campaign.id,
    name: sent.name ?? '',
    status: sent.status ?? 'ACTIVE',
    billable_event: sent.billable_event ?? '',
    bid_in_micro_currency: sent.bid_in_micro_currency ?? null,
    bid_strategy_type: sent.bid_strategy_type ?? (sent.bid_in_micro_currency ? 'MAX_BID' : 'AUTOMATIC_BID'),
    budget_in_micro_currency: sent.budget_in_micro_currency ?? null,
    budget_type: sent.budget_type ?? (cbo ? 'CBO_ADGROUP' : 'DAILY'),
    pacing_delivery_type: sent.pacing_delivery_type ?? 'STANDARD',
    lifetime_frequency_cap: sent.lifetime_frequency_cap ?? -1,
    targeting_spec: sent.targeting_spec ?? {},
    optimization_goal_metadata: sent.optimization_goal_metadata ?? {},
    start_time: sent.start_time ?? null,
    end_time: sent.end_time ?? null,
    created_time: state.now,
    updated_time: state.now,
    auto_targeting_enabled: true,
    placement_group: 'ALL',
    feed_profile_id: '0',
    promotion_ids: [],
    enabled_catalog_expansion: false,
    ...Object.fromEntries(unset.map((name) => [name, null])),
  }
  const objections = new Objections()
  objections.when(!takesMore(campaign), 'the campaign is over')
  objections.when(cbo && open(state, campaign.id).length >= most, 'the campaign has 70 ad groups')
  if (!isDraft(row.status)) endsLater(state, row, objections)
  judge(state, row, campaign, sent.bid_strategy_type === 'AUTOMATIC_BID', objections)
  return objections.verdict(row)
}

const unset = [
  'tracking_urls',
  'conversion_learning_mode_type',
  'placement_traffic_type',
  'targeting_template_ids',
  'is_creative_optimization',
  'promotion_id',
  'promotion_application_level',
  'bid_multiplier',
  'ext_features',
]

/** What becomes of an ad group that is changed. */
export function updateAdGroup(state: State, id: string, sent: SentAdGroup): Verdict<AdGroup> {
  const before = state.adGroups.get(id)
  if (!before) return refused('no such ad group', 2)
  if (isFinal(before.status)) return refused(`${before.status} is final`)
  const campaign = state.campaigns.get(sent.campaign_id ?? before.campaign_id)
  if (!campaign) return refused('no such campaign', 2)
  const clearable = ['bid_in_micro_currency', 'budget_in_micro_currency', 'start_time', 'end_time']
  const given = Object.entries(sent).filter(
    ([name, value]) => name !== 'id' && value !== undefined && (value !== null || clearable.includes(name)),
  )
  const row: AdGroup = { ...before, ...Object.fromEntries(given), updated_time: state.now }
  const objections = new Objections()
  objections.when(!mayBecome(before.status, row.status), `${before.status} does not become ${row.status}`)
  if (before.status !== 'DRAFT') {
    for (const name of ['budget_type', 'billable_event', 'campaign_id'] as const) {
      objections.when(row[name] !== before[name], `${name} is locked`)
    }
  } else if (!isDraft(row.status)) {
    endsLater(state, row, objections)
  }
  judge(state, row, campaign, row.bid_strategy_type === 'AUTOMATIC_BID', objections)
  return objections.verdict(row)
}

function endsLater({ now }: State, { end_time }: AdGroup, objections: Objections): void {
  objections.when(end_time !== null && end_time <= now, 'it ends in the past')
}

/** A campaign's ad groups that count for its limit. */
const open = (state: State, campaignId: string): readonly AdGroup[] =>
  [...state.adGroups.values()].filter(({ campaign_id, status }) => campaign_id === campaignId && !isFinal(status))

/** What holds for an ad group at rest; a draft waits with all of it. */
function judge(state: State, row: AdGroup, campaign: Campaign, automatic: boolean, objections: Objections): void {
  if (isDraft(row.status)) return
  const { features } = state
  const cbo = campaign.is_campaign_budget_optimization
  const budget = row.budget_in_micro_currency ?? 0
  objections.when(cbo !== (row.budget_type === 'CBO_ADGROUP'), 'the budget type is not for this campaign')
  objections.when(cbo && budget > 0, 'a budget under CBO')
  objections.when(!cbo && budget === 0, 'no budget without CBO')
  objections.when(cbo && row.pacing_delivery_type !== 'STANDARD', 'accelerated under CBO')
  objections.when(row.budget_type === 'LIFETIME' && row.end_time === null, 'a lifetime budget without an end')

  const event = events[campaign.objective_type] ?? row.billable_event
  objections.when(row.billable_event !== event, 'the objective has another billable event')
  const capped = row.lifetime_frequency_cap > 0
  objections.when(capped && row.billable_event !== 'IMPRESSION', 'a frequency cap without impressions')
  objections.when(capped && row.end_time === null && campaign.end_time === null, 'a frequency cap without an end')

  const required = bidRequired.includes(`${campaign.objective_type} ${row.billable_event}`)
  objections.when(required && !automatic && !row.bid_in_micro_currency, 'no bid')
  const video = campaign.objective_type === 'VIDEO_COMPLETION'
  objections.when(video && row.bid_strategy_type !== 'AUTOMATIC_BID', 'videos are bid for automatically')
  const conversion = campaign.objective_type === 'WEB_CONVERSION'
  const goal = 'conversion_tag_v3_goal_metadata' in row.optimization_goal_metadata
  objections.when(conversion && !goal, 'a conversion without a goal')

  const timed = row.start_time !== null || row.end_time !== null
  objections.when(cbo && timed && !features.cbo_ad_group_schedule, 'times under CBO')
  const { start_time: start, end_time: end } = row
  objections.when(start !== null && end !== null && end <= start, 'it ends before it starts')
  const { start_time: opens, end_time: closes } = campaign
  objections.when(start !== null && start < opens, 'it starts before the campaign')
  objections.when(end !== null && end <= opens, 'it ends before the campaign starts')
  objections.when(start !== null && closes !== null && start >= closes, 'it starts after the campaign')
  objections.when(end !== null && closes !== null && end > closes, 'it ends after the campaign')

  const keys = Object.keys(row.targeting_spec)
  const placed = keys.includes('LOCATION') || keys.includes('GEO')
  objections.when((features.require_location || campaign.is_performance_plus) && !placed, 'no location')
  if (!campaign.is_performance_plus) return
  objections.when(row.bid_strategy_type !== 'AUTOMATIC_BID', 'Performance+ bids automatically')
  objections.when(!keys.every((key) => performancePlusTargeting.includes(key)), 'Performance+ targets less')
  objections.when(campaign.objective_type === 'CATALOG_SALES' && !goal, 'Performance+ catalog sales without a goal')
}
