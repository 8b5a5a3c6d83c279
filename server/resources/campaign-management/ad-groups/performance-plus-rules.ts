import { hasPlace, targets } from '#server/domain/ads/targeting.ts'
import type { ChangeRule } from '#server/domain/rules/change.ts'
import { type AdGroupFacts, both } from './facts.ts'

const spec = ['targeting_spec', 'targeting_spec_operations'] as const
const inPerformancePlus = ['AGE_BUCKET', 'AUDIENCE_EXCLUDE', 'AUDIENCE_INCLUDE', 'GEO', 'LOCATION']

/** Rules about ad groups of a Performance+ campaign. */
export const performancePlusRules: readonly ChangeRule<AdGroupFacts>[] = [
  {
    id: 'ad_group.performance-plus.location',
    operations: both,
    fields: [...spec, 'campaign_id'],
    waitsForPublish: true,
    evidence: 'documented',
    source: 'P+',
    code: 1,
    message: 'targeting_spec must have a LOCATION or a GEO in a Performance+ campaign.',
    sent: ({ after }) => after.targeting_spec,
    violated: ({ after, campaign }) => campaign.is_performance_plus && !hasPlace(after.targeting_spec),
  },
  {
    id: 'ad_group.performance-plus.targeting',
    operations: both,
    fields: [...spec, 'campaign_id'],
    waitsForPublish: true,
    evidence: 'documented',
    source: 'P+',
    code: 1,
    message: `targeting_spec takes only ${inPerformancePlus.join(', ')} in a Performance+ campaign.`,
    sent: ({ after }) => Object.keys(after.targeting_spec),
    violated: ({ after, campaign }) =>
      campaign.is_performance_plus &&
      Object.keys(after.targeting_spec).some(
        (key) => !inPerformancePlus.includes(key) && targets(after.targeting_spec, key),
      ),
  },
  {
    id: 'ad_group.performance-plus.templates',
    operations: both,
    fields: ['targeting_template_ids', 'campaign_id'],
    waitsForPublish: true,
    evidence: 'documented',
    source: 'P+',
    code: 1,
    message: 'targeting_template_ids cannot be used in a Performance+ campaign.',
    sent: ({ after }) => after.targeting_template_ids,
    violated: ({ after, campaign }) => campaign.is_performance_plus && after.targeting_template_ids !== null,
  },
  {
    id: 'ad_group.performance-plus.automatic-bid',
    operations: both,
    fields: ['bid_strategy_type', 'bid_in_micro_currency', 'campaign_id'],
    waitsForPublish: true,
    evidence: 'documented',
    source: 'P+',
    code: 1,
    message: 'bid_strategy_type must be AUTOMATIC_BID in a Performance+ campaign.',
    sent: ({ after }) => after.bid_strategy_type,
    violated: ({ after, campaign }) => campaign.is_performance_plus && after.bid_strategy_type !== 'AUTOMATIC_BID',
  },
  {
    id: 'ad_group.performance-plus.bid-multiplier',
    operations: both,
    fields: ['bid_multiplier', 'campaign_id'],
    waitsForPublish: true,
    evidence: 'documented',
    source: 'P+; S523 AdGroupCreateRequest',
    code: 1,
    message: 'bid_multiplier cannot be used in a Performance+ campaign.',
    sent: ({ after }) => after.bid_multiplier,
    violated: ({ after, campaign }) => campaign.is_performance_plus && after.bid_multiplier !== null,
  },
]
