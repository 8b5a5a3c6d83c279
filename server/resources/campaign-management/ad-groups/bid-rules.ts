import { isSet } from '#server/domain/ads/money.ts'
import { billableEventsFor, needsBid } from '#server/domain/ads/objectives.ts'
import type { ChangeRule } from '#server/domain/rules/change.ts'
import { type AdGroupFacts, both } from './facts.ts'
import { goalOf, goalRules } from './goal-rules.ts'

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
  ...goalRules,
]
