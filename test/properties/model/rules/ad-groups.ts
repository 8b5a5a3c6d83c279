import { judgeAdGroup, needsBid } from './ad-groups-at-rest.ts'
import { trackingOf } from './details.ts'
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
  judgeAdGroup(state, row, campaign, objections)
  return objections.verdict(row)
}

/** A bid means MAX_BID; without one bidding is automatic, unless a bid is required. */
function impliedStrategy(sent: SentAdGroup, { objective_type }: Campaign): string | null {
  if (sent.bid_in_micro_currency) return 'MAX_BID'
  return needsBid(objective_type, sent.billable_event ?? '') ? null : 'AUTOMATIC_BID'
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
  judgeAdGroup(state, row, campaign, objections)
  return objections.verdict(row)
}

const finality = ({ status }: AdGroup): readonly Objection[] =>
  isFinal(status) ? [{ code: 1, why: `${status} is final` }] : []

function endsLater({ now }: State, { end_time }: AdGroup, objections: Objections): void {
  objections.when(end_time !== null && end_time <= now, 'it ends in the past')
}
