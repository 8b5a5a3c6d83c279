import type { ChangeRule } from '../../domain/change.ts'
import { isSet } from '../../domain/money.ts'
import { both, type CampaignFacts, campaign } from './facts.ts'

const caps = ['daily_spend_cap', 'lifetime_spend_cap'] as const
const hasCap = ({ after }: CampaignFacts): boolean => isSet(after.daily_spend_cap) || isSet(after.lifetime_spend_cap)
const capsOf = ({ after: { daily_spend_cap, lifetime_spend_cap } }: CampaignFacts) => ({
  daily_spend_cap,
  lifetime_spend_cap,
})

/** Which budget a campaign has, and what goes with it. */
export const budgetRules: readonly ChangeRule<CampaignFacts>[] = [
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
    source: 'PSDK PR #176: some accounts require it; here the feature require_cbo; the text is assumed',
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
