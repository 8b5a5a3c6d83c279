import type { AdGroup, Campaign, State } from './state.ts'
import type { Objections } from './verdict.ts'

const performancePlusTargeting = ['AGE_BUCKET', 'AUDIENCE_EXCLUDE', 'AUDIENCE_INCLUDE', 'GEO', 'LOCATION']

/** An ad group runs when its campaign does. */
export function judgeSchedule({ features }: State, row: AdGroup, campaign: Campaign, objections: Objections): void {
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

/** Where location is required, and what Performance+ leaves to be targeted. */
export function judgeTargeting({ features }: State, row: AdGroup, campaign: Campaign, objections: Objections): void {
  const keys = Object.keys(row.targeting_spec)
  const placed = keys.includes('LOCATION') || keys.includes('GEO')
  const plus = campaign.is_performance_plus
  const on = (broken: boolean, why: string) => objections.about(['targeting_spec'], broken, why)
  on((features.require_location || plus) && !placed, 'no location')
  on(plus && !keys.every((key) => performancePlusTargeting.includes(key)), 'Performance+ targets less')
}
