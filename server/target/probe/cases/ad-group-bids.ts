import type { ProbeCase } from '../probe-case.ts'
import { adGroupIn, automatic, changingGroup } from './ad-group-calls.ts'
import type { Fields } from './campaign-calls.ts'

const goal = (fields: Fields): Fields => ({
  conversion_tag_v3_goal_metadata: { conversion_event: 'CHECKOUT', ...fields },
})
const windows = (click: number, engagement: number, view: number): Fields =>
  goal({
    attribution_windows: { click_window_days: click, engagement_window_days: engagement, view_window_days: view },
  })
const automaticBid = { bid_strategy_type: 'AUTOMATIC_BID', bid_in_micro_currency: null }
const cpa = goal({ cpa_goal_value_in_micro_currency: '2000000' })

const inCampaign = (campaign: string, rule: string, refused: Fields, passes: Fields): ProbeCase => ({
  rule,
  refused: adGroupIn(campaign, refused),
  passes: adGroupIn(campaign, passes),
})

/** What is paid for, how bids are made, and what they are optimized for. */
export const adGroupBidCases: readonly ProbeCase[] = [
  inCampaign(
    'cboCampaign',
    'ad_group.billable-event.objective',
    { billable_event: 'CLICKTHROUGH' },
    { billable_event: 'IMPRESSION' },
  ),
  inCampaign('cboCampaign', 'ad_group.bid.required', { bid_in_micro_currency: null }, { bid_in_micro_currency: 1 }),
  inCampaign(
    'videoCampaign',
    'ad_group.bid.video-completion',
    { bid_strategy_type: 'MAX_BID' },
    { bid_strategy_type: 'AUTOMATIC_BID' },
  ),
  inCampaign(
    'conversionCampaign',
    'ad_group.bid.web-conversion',
    { bid_strategy_type: 'MAX_BID', optimization_goal_metadata: goal({}) },
    { bid_strategy_type: 'MAX_BID', optimization_goal_metadata: cpa },
  ),
  inCampaign(
    'cboCampaign',
    'ad_group.bid-multiplier.range',
    { ...automaticBid, bid_multiplier: 0.09 },
    { ...automaticBid, bid_multiplier: 0.1 },
  ),
  inCampaign(
    'cboCampaign',
    'ad_group.bid-multiplier.automatic',
    { bid_strategy_type: 'MAX_BID', bid_multiplier: 2 },
    { bid_strategy_type: 'AUTOMATIC_BID', bid_multiplier: 2 },
  ),
  inCampaign(
    'endingSalesCampaign',
    'ad_group.frequency-cap.impressions',
    { billable_event: 'CLICKTHROUGH', lifetime_frequency_cap: 3 },
    { lifetime_frequency_cap: 3 },
  ),
  {
    rule: 'ad_group.frequency-cap.needs-end',
    refused: adGroupIn('cboCampaign', { lifetime_frequency_cap: 3 }),
    passes: adGroupIn('endingCampaign', { lifetime_frequency_cap: 3 }),
  },
  inCampaign('conversionCampaign', 'ad_group.goal.required', automaticBid, {
    ...automaticBid,
    optimization_goal_metadata: goal({}),
  }),
  inCampaign(
    'cboCampaign',
    'ad_group.goal.windows',
    { optimization_goal_metadata: windows(7, 7, 30) },
    { optimization_goal_metadata: windows(7, 7, 7) },
  ),
  inCampaign(
    'cboCampaign',
    'ad_group.goal.roas',
    { ...automaticBid, optimization_goal_metadata: goal({ is_roas_optimized: true, conversion_event: 'SIGNUP' }) },
    { ...automaticBid, optimization_goal_metadata: goal({ is_roas_optimized: true, conversion_event: 'CHECKOUT' }) },
  ),
  {
    rule: 'ad_group.bid.video-completion',
    moment: 'in an update',
    refused: changingGroup(adGroupIn('videoCampaign', { ...automatic, billable_event: 'IMPRESSION' }), {
      bid_strategy_type: 'MAX_BID',
    }),
    passes: changingGroup(adGroupIn('videoCampaign', { ...automatic, billable_event: 'IMPRESSION' }), {
      bid_strategy_type: 'AUTOMATIC_BID',
    }),
  },
  {
    rule: 'ad_group.bid.web-conversion',
    moment: 'in an update',
    refused: changingGroup(adGroupIn('conversionCampaign', { optimization_goal_metadata: cpa }), {
      optimization_goal_metadata: goal({}),
    }),
    passes: changingGroup(adGroupIn('conversionCampaign', { optimization_goal_metadata: cpa }), {
      optimization_goal_metadata: cpa,
    }),
  },
]
