import { judgeSchedule, judgeTargeting } from './ad-groups-in-campaigns.ts'
import { openAdGroups } from './campaigns.ts'
import { goalOf, judgeGoal, judgeTargetingSpec, judgeTracking } from './details.ts'
import type { AdGroup, Campaign, State } from './state.ts'
import { isDraft, isFinal } from './status.ts'
import type { Objections } from './verdict.ts'

const seventy = 70
/** Where an ad group needs a bid of its own, or bidding that is automatic. */
export const needsBid = (objective: string, event: string): boolean =>
  ['AWARENESS IMPRESSION', 'CONSIDERATION CLICKTHROUGH', 'CATALOG_SALES CLICKTHROUGH'].includes(`${objective} ${event}`)

const events: Readonly<Record<string, readonly string[]>> = {
  AWARENESS: ['IMPRESSION'],
  CONSIDERATION: ['CLICKTHROUGH'],
  WEB_CONVERSION: ['IMPRESSION'],
  CATALOG_SALES: ['CLICKTHROUGH', 'IMPRESSION'],
}

/** What holds for an ad group at rest; a draft waits with nearly all of it. */
export function judgeAdGroup(state: State, row: AdGroup, campaign: Campaign, objections: Objections): void {
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
  on(bids, bidless && needsBid(objective, event), 'no bid')
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
