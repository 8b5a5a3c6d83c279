import { openAdGroups } from './campaigns.ts'
import { goalOf, judgeGoal, judgeTargetingSpec, judgeTracking, trackingOf } from './details.ts'
import type { AdGroup, Campaign, State } from './state.ts'
import { isDraft, isFinal, mayBecome } from './status.ts'
import { mentioned, type Objection, Objections, refused, type Verdict, withSent } from './verdict.ts'

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
    | 'tracking_urls'
    | 'bid_multiplier'
    | 'optimization_goal_metadata'
    | 'start_time'
    | 'end_time'
  >
>

const locked = ['budget_type', 'billable_event', 'campaign_id'] as const
const seventy = 70
const bidRequired = ['AWARENESS IMPRESSION', 'CONSIDERATION CLICKTHROUGH', 'CATALOG_SALES CLICKTHROUGH']
const events: Readonly<Record<string, readonly string[]>> = {
  AWARENESS: ['IMPRESSION'],
  CONSIDERATION: ['CLICKTHROUGH'],
  WEB_CONVERSION: ['IMPRESSION'],
  CATALOG_SALES: ['CLICKTHROUGH', 'IMPRESSION'],
}
const performancePlusTargeting = ['AGE_BUCKET', 'AUDIENCE_EXCLUDE', 'AUDIENCE_INCLUDE', 'GEO', 'LOCATION']

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
    bid_strategy_type: sent.bid_strategy_type ?? impliedStrategy(sent, campaign),
    budget_in_micro_currency: sent.budget_in_micro_currency ?? null,
    budget_type: sent.budget_type ?? (cbo ? 'CBO_ADGROUP' : 'DAILY'),
    pacing_delivery_type: sent.pacing_delivery_type ?? 'STANDARD',
    lifetime_frequency_cap: sent.lifetime_frequency_cap ?? -1,
    targeting_spec: sent.targeting_spec ?? {},
    optimization_goal_metadata: sent.optimization_goal_metadata ?? {},
    start_time: sent.start_time ?? null,
    end_time: sent.end_time ?? null,
    tracking_urls: trackingOf(sent.tracking_urls),
    bid_multiplier: sent.bid_multiplier || null,
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
  if (!isDraft(row.status)) endsLater(state, row, objections)
  judge(state, row, campaign, objections)
  return objections.verdict(row)
}

/** A bid means MAX_BID; without one bidding is automatic, unless a bid is required. */
function impliedStrategy(sent: SentAdGroup, { objective_type }: Campaign): string | null {
  if (sent.bid_in_micro_currency) return 'MAX_BID'
  return bidRequired.includes(`${objective_type} ${sent.billable_event}`) ? null : 'AUTOMATIC_BID'
}

const unset = [
  'conversion_learning_mode_type',
  'placement_traffic_type',
  'targeting_template_ids',
  'is_creative_optimization',
  'promotion_id',
  'promotion_application_level',
  'ext_features',
]

/** What becomes of an ad group that is changed. */
export function updateAdGroup(state: State, id: string, sent: SentAdGroup): Verdict<AdGroup> {
  const before = state.adGroups.get(id)
  if (!before) return refused('no such ad group', 2)
  const campaign = state.campaigns.get(sent.campaign_id ?? before.campaign_id)
  if (!campaign) return { objections: [{ code: 2, why: 'no such campaign' }, ...finality(before)] }
  if (isFinal(before.status)) return { objections: finality(before) }
  const startsToBid = before.bid_strategy_type === null && (sent.bid_in_micro_currency ?? 0) > 0
  const changed: AdGroup = {
    ...withSent({ ...before, ...(startsToBid && { bid_strategy_type: 'MAX_BID' }) }, sent),
    updated_time: state.now,
  }
  const { tracking_urls, bid_multiplier } = changed
  const row: AdGroup = { ...changed, tracking_urls: trackingOf(tracking_urls), bid_multiplier: bid_multiplier || null }
  const published = before.status === 'DRAFT' && !isDraft(row.status)
  const objections = new Objections(published ? undefined : mentioned(sent, before, row, locked))
  objections.when(!mayBecome(before.status, row.status), `${before.status} does not become ${row.status}`)
  if (before.status !== 'DRAFT') {
    for (const name of locked) {
      objections.when(row[name] !== before[name], `${name} is locked`)
    }
  }
  if (published) endsLater(state, row, objections)
  judge(state, row, campaign, objections)
  return objections.verdict(row)
}

const finality = ({ status }: AdGroup): readonly Objection[] =>
  isFinal(status) ? [{ code: 1, why: `${status} is final` }] : []

function endsLater({ now }: State, { end_time }: AdGroup, objections: Objections): void {
  objections.when(end_time !== null && end_time <= now, 'it ends in the past')
}

/** What holds for an ad group at rest; a draft waits with nearly all of it. */
function judge(state: State, row: AdGroup, campaign: Campaign, objections: Objections): void {
  const others = openAdGroups(state, campaign.id).filter(({ id }) => id !== row.id)
  const cbo = campaign.is_campaign_budget_optimization
  objections.about(['campaign_id'], isFinal(campaign.status), 'the campaign is over')
  objections.about(
    ['campaign_id'],
    cbo && !isFinal(row.status) && others.length >= seventy,
    'the campaign has 70 ad groups',
  )
  judgeTracking(row, objections)
  const multiplied = row.bid_multiplier ?? 1
  objections.about(['bid_multiplier'], multiplied < 0.1 || multiplied > 10, 'a multiplier out of range')
  if (isDraft(row.status)) return
  judgeTargetingSpec(row, objections)
  judgeGoal(row, objections)
  judgeBudget(row, cbo, objections)
  judgeBid(row, campaign, objections)
  judgeSchedule(state, row, campaign, objections)
  judgeTargeting(state, row, campaign, objections)
}

function judgeBudget(row: AdGroup, cbo: boolean, objections: Objections): void {
  const budget = row.budget_in_micro_currency ?? 0
  const on = (field: string, broken: boolean, why: string) => objections.about([field], broken, why)
  on('budget_type', cbo !== (row.budget_type === 'CBO_ADGROUP'), 'the budget type is not for this campaign')
  on('budget_in_micro_currency', cbo && budget > 0, 'a budget under CBO')
  on('budget_in_micro_currency', !cbo && budget === 0, 'no budget without CBO')
  on('pacing_delivery_type', cbo && row.pacing_delivery_type !== 'STANDARD', 'accelerated under CBO')
  const endless = row.budget_type === 'LIFETIME' && row.end_time === null
  objections.about(['budget_type', 'end_time'], endless, 'a lifetime budget without an end')
}

function judgeBid(row: AdGroup, campaign: Campaign, objections: Objections): void {
  const { objective_type: objective } = campaign
  const { billable_event: event, bid_strategy_type: strategy } = row
  const on = (fields: readonly string[], broken: boolean, why: string) => objections.about(fields, broken, why)
  on(['billable_event'], events[objective]?.includes(event) === false, 'the objective has another billable event')
  const bidless = strategy !== 'AUTOMATIC_BID' && !row.bid_in_micro_currency
  const bids = ['bid_in_micro_currency', 'bid_strategy_type', 'billable_event']
  on(bids, bidless && bidRequired.includes(`${objective} ${event}`), 'no bid')
  const manual = strategy !== 'AUTOMATIC_BID'
  on(['bid_strategy_type'], manual && objective === 'VIDEO_COMPLETION', 'videos are bid for automatically')
  on(bids.slice(0, 2), manual && campaign.is_performance_plus, 'Performance+ bids automatically')

  const multiplier = ['bid_multiplier', 'bid_strategy_type']
  on(multiplier, row.bid_multiplier !== null && manual, 'a multiplier of no automatic bid')
  on(['bid_multiplier'], row.bid_multiplier !== null && campaign.is_performance_plus, 'a multiplier in Performance+')

  const aimed = objective === 'WEB_CONVERSION' || (objective === 'CATALOG_SALES' && campaign.is_performance_plus)
  const goals = ['optimization_goal_metadata', 'bid_strategy_type']
  on(
    goals.slice(0, 1),
    aimed && Object.keys(row.optimization_goal_metadata).length === 0,
    'a conversion without a goal',
  )
  const paid = goalOf(row)?.cpa_goal_value_in_micro_currency != null
  on(goals, objective === 'WEB_CONVERSION' && manual && !paid, 'a conversion without a price')
}

function judgeSchedule({ features }: State, row: AdGroup, campaign: Campaign, objections: Objections): void {
  const { start_time: start, end_time: end } = row
  const { start_time: opens, end_time: closes } = campaign
  const within = (time: number | null) => time === null || (time >= opens && (closes === null || time <= closes))
  const timed = start !== null || end !== null
  const untimed = campaign.is_campaign_budget_optimization && !features.cbo_ad_group_schedule
  objections.about(['start_time', 'end_time'], timed && untimed, 'times under CBO')
  objections.about(['start_time'], !within(start), 'it starts when the campaign does not run')
  objections.about(['end_time'], !within(end), 'it ends when the campaign does not run')
  const empty = start !== null && end !== null && end <= start
  objections.about(['start_time', 'end_time'], empty, 'it ends before it starts')

  const capped = row.lifetime_frequency_cap > 0
  const impressive = row.billable_event === 'IMPRESSION'
  objections.about(['lifetime_frequency_cap', 'billable_event'], capped && !impressive, 'a cap without impressions')
  const endless = end === null && closes === null
  objections.about(['lifetime_frequency_cap', 'end_time'], capped && endless, 'a cap without an end')
}

function judgeTargeting({ features }: State, row: AdGroup, campaign: Campaign, objections: Objections): void {
  const keys = Object.keys(row.targeting_spec)
  const placed = keys.includes('LOCATION') || keys.includes('GEO')
  const plus = campaign.is_performance_plus
  const on = (broken: boolean, why: string) => objections.about(['targeting_spec'], broken, why)
  on((features.require_location || plus) && !placed, 'no location')
  on(plus && !keys.every((key) => performancePlusTargeting.includes(key)), 'Performance+ targets less')
}
