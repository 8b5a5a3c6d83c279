import { cbo, tryIn } from '../fixtures/ad-groups.ts'
import type { RuleCase } from './case.ts'

const goal = (fields: object) => ({ conversion_tag_v3_goal_metadata: { conversion_event: 'CHECKOUT', ...fields } })
const windows = (click: number, engagement: number, view: number) =>
  goal({
    attribution_windows: {
      click_window_days: click,
      engagement_window_days: engagement,
      view_window_days: view,
    },
  })
const automatic = { bid_strategy_type: 'AUTOMATIC_BID', bid_in_micro_currency: null }

/** What is paid for, how bids are made, and what they are optimized for. */
export const adGroupBidCases: readonly RuleCase[] = [
  {
    rule: 'ad_group.billable-event.objective',
    refused: (mock) => tryIn(mock, cbo(mock), { billable_event: 'CLICKTHROUGH' }),
    passes: (mock) => tryIn(mock, cbo(mock), { billable_event: 'IMPRESSION' }),
  },
  {
    rule: 'ad_group.bid.required',
    refused: (mock) => tryIn(mock, cbo(mock), { bid_in_micro_currency: null }),
    passes: (mock) => tryIn(mock, cbo(mock), { bid_in_micro_currency: 1 }),
  },
  {
    rule: 'ad_group.bid.video-completion',
    refused: (mock) => tryIn(mock, cbo(mock, { objective_type: 'VIDEO_COMPLETION' }), { bid_strategy_type: 'MAX_BID' }),
    passes: (mock) =>
      tryIn(mock, cbo(mock, { objective_type: 'VIDEO_COMPLETION' }), { bid_strategy_type: 'AUTOMATIC_BID' }),
  },
  {
    rule: 'ad_group.bid.web-conversion',
    refused: (mock) =>
      tryIn(mock, cbo(mock, { objective_type: 'WEB_CONVERSION' }), {
        bid_strategy_type: 'MAX_BID',
        optimization_goal_metadata: goal({}),
      }),
    passes: (mock) =>
      tryIn(mock, cbo(mock, { objective_type: 'WEB_CONVERSION' }), {
        bid_strategy_type: 'MAX_BID',
        optimization_goal_metadata: goal({ cpa_goal_value_in_micro_currency: '2000000' }),
      }),
  },
  {
    rule: 'ad_group.bid-multiplier.range',
    refused: (mock) => tryIn(mock, cbo(mock), { ...automatic, bid_multiplier: 0.09 }),
    passes: (mock) => tryIn(mock, cbo(mock), { ...automatic, bid_multiplier: 0.1 }),
  },
  {
    rule: 'ad_group.bid-multiplier.automatic',
    refused: (mock) => tryIn(mock, cbo(mock), { bid_strategy_type: 'MAX_BID', bid_multiplier: 2 }),
    passes: (mock) => tryIn(mock, cbo(mock), { bid_strategy_type: 'AUTOMATIC_BID', bid_multiplier: 2 }),
  },
  {
    rule: 'ad_group.frequency-cap.impressions',
    refused: (mock) =>
      tryIn(mock, cbo(mock, { objective_type: 'SALES', end_time: mock.now + 3600 }), {
        billable_event: 'CLICKTHROUGH',
        lifetime_frequency_cap: 3,
      }),
    passes: (mock) =>
      tryIn(mock, cbo(mock, { objective_type: 'SALES', end_time: mock.now + 3600 }), { lifetime_frequency_cap: 3 }),
  },
  {
    rule: 'ad_group.frequency-cap.needs-end',
    refused: (mock) => tryIn(mock, cbo(mock), { lifetime_frequency_cap: 3 }),
    passes: (mock) => tryIn(mock, cbo(mock, { end_time: mock.now + 3600 }), { lifetime_frequency_cap: 3 }),
  },
  {
    rule: 'ad_group.goal.required',
    refused: (mock) => tryIn(mock, cbo(mock, { objective_type: 'WEB_CONVERSION' }), automatic),
    passes: (mock) =>
      tryIn(mock, cbo(mock, { objective_type: 'WEB_CONVERSION' }), {
        ...automatic,
        optimization_goal_metadata: goal({}),
      }),
  },
  {
    rule: 'ad_group.goal.windows',
    refused: (mock) => tryIn(mock, cbo(mock), { optimization_goal_metadata: windows(7, 7, 30) }),
    passes: (mock) => tryIn(mock, cbo(mock), { optimization_goal_metadata: windows(7, 7, 7) }),
  },
  {
    rule: 'ad_group.goal.roas',
    refused: (mock) =>
      tryIn(mock, cbo(mock), {
        ...automatic,
        optimization_goal_metadata: goal({ is_roas_optimized: true, conversion_event: 'SIGNUP' }),
      }),
    passes: (mock) =>
      tryIn(mock, cbo(mock), {
        ...automatic,
        optimization_goal_metadata: goal({ is_roas_optimized: true, conversion_event: 'CHECKOUT' }),
      }),
  },
]
