import { isSet } from '#server/domain/ads/money.ts'
import { billableEventsFor, needsBid } from '#server/domain/ads/objectives.ts'
import type { ChangeRule } from '#server/domain/rules/change.ts'
import { type AdGroupFacts, both } from './facts.ts'

/** Allowed attribution windows as click/engagement/view days. Second-hand: HFX. */
const attributionWindows = ['30/30/30', '30/30/7', '30/30/1', '7/7/7', '7/7/1', '7/0/0', '1/1/1', '1/0/0']

const goalOf = ({ after }: AdGroupFacts) =>
  after.optimization_goal_metadata.conversion_tag_v3_goal_metadata ?? undefined

function windowOf(facts: AdGroupFacts): string | undefined {
  const windows = goalOf(facts)?.attribution_windows
  if (windows === undefined || windows === null) return undefined
  const { click_window_days = 30, engagement_window_days = 30, view_window_days = 1 } = windows
  return `${click_window_days}/${engagement_window_days}/${view_window_days}`
}

const hasGoal = ({ after }: AdGroupFacts): boolean => Object.keys(after.optimization_goal_metadata).length > 0

/** Rules about billable events, bids and their optimization. */
export const bidRules: readonly ChangeRule<AdGroupFacts>[] = [
  {
    id: 'ad_group.billable-event.objective',
    operations: both,
    fields: ['billable_event', 'campaign_id'],
    waitsForPublish: true,
    evidence: 'second-hand',
    source: 'HFX; S523 AdGroupCommon for bids; objectives without a known table are not judged',
    code: 1,
    message: "billable_event does not go with the campaign's objective_type.",
    sent: ({ after, campaign }) => ({
      billable_event: after.billable_event,
      objective_type: campaign.objective_type,
      allowed: billableEventsFor(campaign.objective_type),
    }),
    violated: ({ after, campaign }) => !billableEventsFor(campaign.objective_type).includes(after.billable_event),
  },
  {
    id: 'ad_group.bid.required',
    operations: both,
    fields: ['bid_in_micro_currency', 'bid_strategy_type', 'billable_event', 'campaign_id'],
    waitsForPublish: true,
    evidence: 'documented',
    source: 'S523 AdGroupCommon; that AUTOMATIC_BID needs none is assumed',
    code: 1,
    message:
      'bid_in_micro_currency is required for AWARENESS/IMPRESSION, CONSIDERATION/CLICKTHROUGH and CATALOG_SALES/CLICKTHROUGH unless bid_strategy_type is AUTOMATIC_BID.',
    sent: ({ after }) => after.bid_in_micro_currency,
    violated: ({ after, campaign }) =>
      needsBid(campaign.objective_type, after.billable_event) &&
      after.bid_strategy_type !== 'AUTOMATIC_BID' &&
      !isSet(after.bid_in_micro_currency),
  },
  {
    id: 'ad_group.bid.video-completion',
    operations: both,
    fields: ['bid_strategy_type', 'bid_in_micro_currency', 'campaign_id'],
    waitsForPublish: true,
    evidence: 'documented',
    source: 'S523 AdGroupCommon',
    code: 1,
    message: 'bid_strategy_type must be AUTOMATIC_BID for objective_type VIDEO_COMPLETION.',
    sent: ({ after }) => after.bid_strategy_type,
    violated: ({ after, campaign }) =>
      campaign.objective_type === 'VIDEO_COMPLETION' && after.bid_strategy_type !== 'AUTOMATIC_BID',
  },
  {
    id: 'ad_group.bid.web-conversion',
    operations: both,
    fields: ['bid_strategy_type', 'optimization_goal_metadata', 'campaign_id'],
    waitsForPublish: true,
    evidence: 'second-hand',
    source: 'HFX',
    code: 1,
    message:
      'bid_strategy_type must be AUTOMATIC_BID for WEB_CONVERSION unless optimization_goal_metadata has cpa_goal_value_in_micro_currency.',
    sent: ({ after }) => after.bid_strategy_type,
    violated: (facts) =>
      facts.campaign.objective_type === 'WEB_CONVERSION' &&
      facts.after.bid_strategy_type !== 'AUTOMATIC_BID' &&
      !Number(goalOf(facts)?.cpa_goal_value_in_micro_currency),
  },
  {
    id: 'ad_group.bid-multiplier.range',
    operations: both,
    fields: ['bid_multiplier'],
    evidence: 'documented',
    source: 'F134: OAP528; S523 AdGroupCreateRequest',
    code: 1,
    message: 'bid_multiplier is from 0.1 to 10, or 0 to remove it.',
    sent: ({ after }) => after.bid_multiplier,
    violated: ({ after }) => after.bid_multiplier !== null && after.bid_multiplier < 0.1,
  },
  {
    id: 'ad_group.bid-multiplier.automatic',
    operations: both,
    fields: ['bid_multiplier', 'bid_strategy_type'],
    waitsForPublish: true,
    evidence: 'documented',
    source: 'S523 AdGroupCreateRequest',
    code: 1,
    message: 'bid_multiplier needs bid_strategy_type AUTOMATIC_BID.',
    sent: ({ after }) => after.bid_strategy_type,
    violated: ({ after }) => after.bid_multiplier !== null && after.bid_strategy_type !== 'AUTOMATIC_BID',
  },
  {
    id: 'ad_group.frequency-cap.impressions',
    operations: both,
    fields: ['lifetime_frequency_cap', 'billable_event'],
    waitsForPublish: true,
    evidence: 'documented',
    source: 'S523 AdGroupCommon',
    code: 1,
    message: 'lifetime_frequency_cap is for billable_event IMPRESSION.',
    sent: ({ after }) => after.billable_event,
    violated: ({ after }) => after.lifetime_frequency_cap > 0 && after.billable_event !== 'IMPRESSION',
  },
  {
    id: 'ad_group.frequency-cap.needs-end',
    operations: both,
    fields: ['lifetime_frequency_cap', 'end_time', 'campaign_id'],
    waitsForPublish: true,
    evidence: 'documented',
    source: "S528 AdGroup; that the campaign's end counts is assumed",
    code: 1,
    message: "lifetime_frequency_cap requires an end_time, the ad group's own or its campaign's.",
    sent: ({ after }) => ({ lifetime_frequency_cap: after.lifetime_frequency_cap, end_time: after.end_time }),
    violated: ({ after, campaign }) =>
      after.lifetime_frequency_cap > 0 && after.end_time === null && campaign.end_time === null,
  },
  {
    id: 'ad_group.goal.required',
    operations: both,
    fields: ['optimization_goal_metadata', 'campaign_id'],
    waitsForPublish: true,
    evidence: 'documented',
    source: 'S523 AdGroupCommon; P+ for CATALOG_SALES',
    code: 1,
    message:
      'optimization_goal_metadata is required for objective_type WEB_CONVERSION, and for CATALOG_SALES in a Performance+ campaign.',
    sent: ({ after }) => after.optimization_goal_metadata,
    violated: (facts) =>
      !hasGoal(facts) &&
      (facts.campaign.objective_type === 'WEB_CONVERSION' ||
        (facts.campaign.is_performance_plus && facts.campaign.objective_type === 'CATALOG_SALES')),
  },
  {
    id: 'ad_group.goal.windows',
    operations: both,
    fields: ['optimization_goal_metadata'],
    waitsForPublish: true,
    evidence: 'second-hand',
    source: 'HFX',
    code: 1,
    message: `optimization_goal_metadata takes these attribution windows (click/engagement/view days): ${attributionWindows.join(', ')}.`,
    sent: windowOf,
    violated: (facts) => {
      const window = windowOf(facts)
      return window !== undefined && !attributionWindows.includes(window)
    },
  },
  {
    id: 'ad_group.goal.roas',
    operations: both,
    fields: ['optimization_goal_metadata', 'bid_strategy_type'],
    waitsForPublish: true,
    evidence: 'documented',
    source: 'S523 OptimizationGoalMetadata',
    code: 1,
    message:
      'optimization_goal_metadata: is_roas_optimized needs conversion_event CHECKOUT and bid_strategy_type AUTOMATIC_BID.',
    sent: (facts) => ({
      conversion_event: goalOf(facts)?.conversion_event,
      bid_strategy_type: facts.after.bid_strategy_type,
    }),
    violated: (facts) =>
      goalOf(facts)?.is_roas_optimized === true &&
      (goalOf(facts)?.conversion_event !== 'CHECKOUT' || facts.after.bid_strategy_type !== 'AUTOMATIC_BID'),
  },
]
