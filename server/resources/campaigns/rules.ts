import { type Change, type ChangeRule, changeRules } from '../../domain/change.ts'
import { type Kind, lockRules, scheduleRules, statusRules, trackingRules } from '../../domain/entity-rules.ts'
import type { Features } from '../../domain/features.ts'
import { isSet } from '../../domain/money.ts'
import { lowerFunnelObjectives, performancePlusObjectives, promotionTypesFor } from '../../domain/objectives.ts'
import type { Rule } from '../../domain/rule.ts'
import type { StoredCampaign } from './schema.ts'

/** What the rules of campaigns are given. */
export interface CampaignFacts extends Change<StoredCampaign> {
  readonly features: Features
  /** How many ad groups the campaign has that are neither archived nor deleted. */
  readonly openAdGroups: () => number
}

const campaign: Kind = { name: 'campaign', create: 'campaigns/create', update: 'campaigns/update' }
const both = [campaign.create, campaign.update]

/** The refusal of a batch item whose campaign this ad account does not have. */
export const campaignExists: Rule<{ readonly campaign: unknown }> = {
  id: 'campaign.exists',
  operations: ['campaigns/update', 'ad_groups/create', 'ad_groups/update'],
  fields: ['id', 'campaign_id'],
  refuses: 'item',
  essential: true,
  evidence: 'assumed',
  source: 'REFERENCE 11; the wording follows the documented "Advertiser not found."',
  code: 2,
  message: 'Campaign not found.',
  broken: (facts) => facts.campaign === undefined,
}

const caps = ['daily_spend_cap', 'lifetime_spend_cap'] as const
const hasCap = ({ after }: CampaignFacts): boolean => isSet(after.daily_spend_cap) || isSet(after.lifetime_spend_cap)
const capsOf = ({ after: { daily_spend_cap, lifetime_spend_cap } }: CampaignFacts) => ({
  daily_spend_cap,
  lifetime_spend_cap,
})

const budgetRules: readonly ChangeRule<CampaignFacts>[] = [
  {
    id: 'campaign.budget.required',
    operations: both,
    fields: [...caps, 'is_campaign_budget_optimization'],
    waitsForPublish: true,
    evidence: 'observed',
    source: 'PSDK test_campaigns (code 2384; the text is assumed)',
    code: 2384,
    message: 'A campaign budget is required: set daily_spend_cap or lifetime_spend_cap.',
    broken: (facts) => facts.after.is_campaign_budget_optimization && !hasCap(facts),
  },
  {
    id: 'campaign.budget.one-cap',
    operations: both,
    fields: [...caps],
    waitsForPublish: true,
    evidence: 'documented',
    source: 'GUIDE Campaign Budgets; S523 CampaignCommon',
    code: 1,
    message: 'daily_spend_cap and lifetime_spend_cap cannot be set at the same time.',
    broken: ({ after }) => isSet(after.daily_spend_cap) && isSet(after.lifetime_spend_cap),
  },
  {
    id: 'campaign.budget.without-optimization',
    operations: both,
    fields: ['is_campaign_budget_optimization', ...caps],
    waitsForPublish: true,
    evidence: 'documented',
    source: 'S528 Campaign: caps belong to CBO campaigns',
    code: 1,
    message:
      'Without campaign budget optimization, daily_spend_cap and lifetime_spend_cap must be unset or 0: each ad group has its budget.',
    sent: capsOf,
    broken: (facts) => !facts.after.is_campaign_budget_optimization && hasCap(facts),
  },
  {
    id: 'campaign.budget.lifetime-needs-end',
    operations: both,
    fields: ['end_time', 'lifetime_spend_cap', 'is_campaign_budget_optimization'],
    waitsForPublish: true,
    evidence: 'documented',
    source: 'S528 Campaign; HFX',
    code: 1,
    message: 'end_time is required with a lifetime_spend_cap under campaign budget optimization.',
    sent: ({ after }) => ({ lifetime_spend_cap: after.lifetime_spend_cap, end_time: after.end_time }),
    broken: ({ after }) =>
      after.is_campaign_budget_optimization && isSet(after.lifetime_spend_cap) && after.end_time === null,
  },
  {
    id: 'campaign.budget.flexible-is-daily',
    operations: both,
    fields: ['is_flexible_daily_budgets', ...caps, 'is_campaign_budget_optimization'],
    waitsForPublish: true,
    evidence: 'documented',
    source: 'GUIDE Campaign Budgets; S528 Campaign',
    code: 1,
    message: 'is_flexible_daily_budgets needs campaign budget optimization and a daily_spend_cap.',
    sent: capsOf,
    broken: ({ after }) =>
      after.is_flexible_daily_budgets && !(after.is_campaign_budget_optimization && isSet(after.daily_spend_cap)),
  },
  {
    id: 'campaign.budget.optimization-required',
    operations: both,
    fields: ['is_campaign_budget_optimization'],
    waitsForPublish: true,
    evidence: 'observed',
    source: 'PSDK PR #176: some accounts require it; here the feature require_cbo',
    code: 1,
    message: 'is_campaign_budget_optimization must be true in this ad account.',
    sent: ({ after }) => after.is_campaign_budget_optimization,
    broken: ({ after, features }) => features.require_cbo && !after.is_campaign_budget_optimization,
  },
  {
    id: 'campaign.budget.seventy-ad-groups',
    operations: [campaign.update],
    fields: ['is_campaign_budget_optimization'],
    evidence: 'documented',
    source: 'S523 AdGroupCommon: a limit of CBO campaigns',
    code: 1,
    message: 'is_campaign_budget_optimization is for campaigns with at most 70 ad groups.',
    sent: ({ openAdGroups }) => `a campaign with ${openAdGroups()} ad groups`,
    broken: ({ before, after, openAdGroups }) =>
      before?.is_campaign_budget_optimization === false && after.is_campaign_budget_optimization && openAdGroups() > 70,
  },
]

const objectiveRules: readonly ChangeRule<CampaignFacts>[] = [
  {
    id: 'campaign.objective.promotion-type',
    operations: both,
    fields: ['intended_promotion_type', 'objective_type'],
    evidence: 'documented',
    source: 'OTS; S528 Campaign',
    code: 1,
    message: 'intended_promotion_type does not go with the objective_type.',
    sent: ({ after: { objective_type, intended_promotion_type } }) => ({
      intended_promotion_type,
      objective_type,
      allowed: promotionTypesFor(objective_type),
    }),
    broken: ({ after }) => !promotionTypesFor(after.objective_type).includes(after.intended_promotion_type),
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
    broken: ({ after }) =>
      (after.app_id !== undefined || after.app_platform !== undefined) && after.objective_type !== 'APP_INSTALL',
  },
]

const automatedRules: readonly ChangeRule<CampaignFacts>[] = [
  {
    id: 'campaign.automated.objective',
    operations: both,
    fields: ['is_automated_campaign', 'objective_type'],
    evidence: 'documented',
    source: 'S528 Campaign',
    code: 1,
    message: `is_automated_campaign is for objective_type ${lowerFunnelObjectives.join(', ')}.`,
    sent: ({ after }) => after.objective_type,
    broken: ({ after }) => after.is_automated_campaign && !lowerFunnelObjectives.includes(after.objective_type),
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
    broken: ({ after }) => after.is_automated_campaign && !isSet(after.daily_spend_cap),
  },
]

const performancePlusRules: readonly ChangeRule<CampaignFacts>[] = [
  {
    id: 'campaign.performance-plus.objective',
    operations: both,
    fields: ['is_performance_plus', 'objective_type'],
    evidence: 'documented',
    source: 'S528 Campaign',
    code: 1,
    message: `is_performance_plus is for objective_type ${performancePlusObjectives.join(', ')}.`,
    sent: ({ after }) => after.objective_type,
    broken: ({ after }) => after.is_performance_plus && !performancePlusObjectives.includes(after.objective_type),
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
    broken: ({ after }) => after.is_performance_plus && !after.is_campaign_budget_optimization,
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
    broken: ({ after }) =>
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
    broken: ({ after, sent }) => after.is_performance_plus && (sent.status == null || sent.start_time == null),
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
    broken: ({ after, sent }) => after.is_performance_plus && sent.default_ad_group_budget_in_micro_currency != null,
  },
  {
    id: 'campaign.performance-plus.automated',
    operations: both,
    fields: ['is_automated_campaign', 'is_performance_plus'],
    evidence: 'documented',
    source: 'P+; S528 Campaign',
    code: 1,
    message: 'is_automated_campaign and is_performance_plus cannot both be true.',
    broken: ({ after }) => after.is_performance_plus && after.is_automated_campaign,
  },
  {
    id: 'campaign.top-of-search.performance-plus',
    operations: both,
    fields: ['is_top_of_search', 'is_performance_plus'],
    evidence: 'documented',
    source: 'S528 Campaign',
    code: 1,
    message: 'is_top_of_search and is_performance_plus cannot both be true.',
    broken: ({ after }) => after.is_top_of_search && after.is_performance_plus,
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
    broken: ({ after }) => after.is_top_of_search && !lowerFunnelObjectives.includes(after.objective_type),
  },
]

const locked = [
  'objective_type',
  'intended_promotion_type',
  'is_campaign_budget_optimization',
  'is_automated_campaign',
  'is_performance_plus',
  'is_top_of_search',
] as const

/** Every rule about a campaign's content, in the order in which refusals are told. */
export const campaignRules: readonly Rule<CampaignFacts>[] = changeRules<CampaignFacts>([
  ...statusRules(campaign),
  ...lockRules<CampaignFacts>(campaign, locked, 'GUIDE Campaign Status; S528 Campaign'),
  ...budgetRules,
  ...objectiveRules,
  ...scheduleRules(campaign),
  ...trackingRules(campaign),
  ...automatedRules,
  ...performancePlusRules,
])
