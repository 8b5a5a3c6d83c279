import { isSet } from '#server/domain/ads/money.ts'
import { lowerFunnelObjectives, performancePlusObjectives, promotionTypesFor } from '#server/domain/ads/objectives.ts'
import type { ChangeRule } from '#server/domain/rules/change.ts'
import { both, type CampaignFacts, campaign } from './facts.ts'

/** Rules about the objective, and the fields that can be combined with it. */
export const objectiveRules: readonly ChangeRule<CampaignFacts>[] = [
  {
    id: 'campaign.objective.promotion-type',
    operations: both,
    fields: ['intended_promotion_type', 'objective_type'],
    evidence: 'documented',
    source: 'F133 (S528); OTS, which has CATALOG for LEADS, too',
    code: 1,
    message: 'intended_promotion_type does not go with the objective_type.',
    sent: ({ after: { objective_type, intended_promotion_type } }) => ({
      intended_promotion_type,
      objective_type,
      allowed: promotionTypesFor(objective_type),
    }),
    violated: ({ after }) => !promotionTypesFor(after.objective_type).includes(after.intended_promotion_type),
  },
  {
    id: 'campaign.objective.app',
    operations: both,
    fields: ['app_id', 'app_platform', 'objective_type'],
    evidence: 'documented',
    source: 'S528 Campaign',
    code: 1,
    message: 'app_id and app_platform are for objective_type APP_INSTALL.',
    sent: ({ after }) => after.objective_type,
    violated: ({ sent, after }) =>
      (sent.app_id != null || sent.app_platform != null) && after.objective_type !== 'APP_INSTALL',
  },
]

/** Rules about automated campaigns. */
export const automatedRules: readonly ChangeRule<CampaignFacts>[] = [
  {
    id: 'campaign.automated.objective',
    operations: both,
    fields: ['is_automated_campaign', 'objective_type'],
    evidence: 'documented',
    source: 'S528 Campaign',
    code: 1,
    message: `is_automated_campaign is for objective_type ${lowerFunnelObjectives.join(', ')}.`,
    sent: ({ after }) => after.objective_type,
    violated: ({ after }) => after.is_automated_campaign && !lowerFunnelObjectives.includes(after.objective_type),
  },
  {
    id: 'campaign.automated.daily-cap',
    operations: both,
    fields: ['is_automated_campaign', 'daily_spend_cap'],
    waitsForPublish: true,
    evidence: 'documented',
    source: 'S528 Campaign',
    code: 1,
    message: 'is_automated_campaign needs a daily_spend_cap.',
    sent: ({ after }) => after.daily_spend_cap,
    violated: ({ after }) => after.is_automated_campaign && !isSet(after.daily_spend_cap),
  },
]

/** Rules about Performance+ campaigns, and about fields that neither these nor top-of-search campaigns can have. */
export const performancePlusRules: readonly ChangeRule<CampaignFacts>[] = [
  {
    id: 'campaign.performance-plus.objective',
    operations: both,
    fields: ['is_performance_plus', 'objective_type'],
    evidence: 'documented',
    source: 'S528 Campaign',
    code: 1,
    message: `is_performance_plus is for objective_type ${performancePlusObjectives.join(', ')}.`,
    sent: ({ after }) => after.objective_type,
    violated: ({ after }) => after.is_performance_plus && !performancePlusObjectives.includes(after.objective_type),
  },
  {
    id: 'campaign.performance-plus.budget-optimization',
    operations: both,
    fields: ['is_performance_plus', 'is_campaign_budget_optimization'],
    waitsForPublish: true,
    evidence: 'documented',
    source: 'P+: exactly one cap, which belongs to CBO campaigns',
    code: 1,
    message: 'is_performance_plus needs is_campaign_budget_optimization and one spend cap.',
    sent: ({ after }) => ({ is_campaign_budget_optimization: after.is_campaign_budget_optimization }),
    violated: ({ after }) => after.is_performance_plus && !after.is_campaign_budget_optimization,
  },
  {
    id: 'campaign.performance-plus.flexible',
    operations: both,
    fields: ['is_flexible_daily_budgets', 'daily_spend_cap', 'is_performance_plus'],
    waitsForPublish: true,
    evidence: 'documented',
    source: 'P+',
    code: 1,
    message: 'is_flexible_daily_budgets must be true for a Performance+ campaign with a daily_spend_cap.',
    sent: ({ after }) => after.is_flexible_daily_budgets,
    violated: ({ after }) =>
      after.is_performance_plus && isSet(after.daily_spend_cap) && !after.is_flexible_daily_budgets,
  },
  {
    id: 'campaign.performance-plus.explicit',
    operations: [campaign.create],
    fields: ['start_time', 'status', 'is_performance_plus'],
    waitsForPublish: true,
    evidence: 'documented',
    source: 'P+: status and start_time must be given',
    code: 1,
    message: 'status and start_time must be sent when a Performance+ campaign is created.',
    sent: ({ sent }) => ({ status: sent.status, start_time: sent.start_time }),
    violated: ({ after, sent }) => after.is_performance_plus && (sent.status == null || sent.start_time == null),
  },
  {
    id: 'campaign.performance-plus.ad-group-budget',
    operations: both,
    fields: ['default_ad_group_budget_in_micro_currency', 'is_performance_plus'],
    evidence: 'documented',
    source: 'P+',
    code: 1,
    message: 'default_ad_group_budget_in_micro_currency cannot be sent for a Performance+ campaign.',
    sent: ({ sent }) => sent.default_ad_group_budget_in_micro_currency,
    violated: ({ after, sent }) => after.is_performance_plus && sent.default_ad_group_budget_in_micro_currency != null,
  },
  {
    id: 'campaign.performance-plus.automated',
    operations: both,
    fields: ['is_automated_campaign', 'is_performance_plus'],
    evidence: 'documented',
    source: 'P+; S528 Campaign',
    code: 1,
    message: 'is_automated_campaign and is_performance_plus cannot both be true.',
    violated: ({ after }) => after.is_performance_plus && after.is_automated_campaign,
  },
  {
    id: 'campaign.top-of-search.performance-plus',
    operations: both,
    fields: ['is_top_of_search', 'is_performance_plus'],
    evidence: 'documented',
    source: 'S528 Campaign',
    code: 1,
    message: 'is_top_of_search and is_performance_plus cannot both be true.',
    violated: ({ after }) => after.is_top_of_search && after.is_performance_plus,
  },
  {
    id: 'campaign.top-of-search.objective',
    operations: both,
    fields: ['is_top_of_search', 'objective_type'],
    evidence: 'documented',
    source: 'S528 Campaign',
    code: 1,
    message: `is_top_of_search is for objective_type ${lowerFunnelObjectives.join(', ')}.`,
    sent: ({ after }) => after.objective_type,
    violated: ({ after }) => after.is_top_of_search && !lowerFunnelObjectives.includes(after.objective_type),
  },
]
