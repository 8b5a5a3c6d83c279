import type { ProbeCase } from '../probe-case.ts'
import { anytime, awareness, changing, complete, consideration, type Fields } from './campaign-calls.ts'

const unbudgeted: Fields = { name: '{{name}}', objective_type: 'AWARENESS', status: 'PAUSED' }
const lifetime: Fields = { ...unbudgeted, lifetime_spend_cap: 100_000_000, end_time: '{{now+86400}}' }
const perGroup: Fields = { ...unbudgeted, is_campaign_budget_optimization: false }

/** Cases of the rules about a campaign's budget. */
export const campaignBudgetCases: readonly ProbeCase[] = [
  ...complete('campaign.budget.required', unbudgeted, { ...unbudgeted, daily_spend_cap: 1_000_000 }),
  ...complete(
    'campaign.budget.minimum',
    { ...unbudgeted, daily_spend_cap: 999_999 },
    { ...unbudgeted, daily_spend_cap: 1_000_000 },
  ),
  {
    rule: 'campaign.budget.minimum',
    moment: 'on change, of a lifetime cap',
    refused: changing(lifetime, { lifetime_spend_cap: 10 }),
    passes: changing(lifetime, { lifetime_spend_cap: 10_000_000 }),
  },
  ...complete(
    'campaign.budget.one-cap',
    { ...lifetime, daily_spend_cap: 1_000_000 },
    { ...lifetime, daily_spend_cap: 0 },
  ),
  ...complete(
    'campaign.budget.without-optimization',
    { ...perGroup, daily_spend_cap: 1_000_000 },
    { ...perGroup, daily_spend_cap: 0 },
  ),
  ...complete('campaign.budget.lifetime-needs-end', { ...lifetime, end_time: null }, lifetime),
  ...complete(
    'campaign.budget.flexible-is-daily',
    { ...lifetime, is_flexible_daily_budgets: true },
    { ...awareness, is_flexible_daily_budgets: true },
  ),
  ...complete(
    'campaign.budget.optimization-required',
    perGroup,
    { ...perGroup, is_campaign_budget_optimization: true, daily_spend_cap: 1_000_000 },
    { '*': { require_cbo: true } },
  ),
  ...anytime(
    'campaign.automated.objective',
    { ...awareness, is_automated_campaign: true },
    { ...consideration, is_automated_campaign: true },
  ),
  ...complete(
    'campaign.automated.daily-cap',
    { ...lifetime, objective_type: 'CONSIDERATION', is_automated_campaign: true },
    { ...lifetime, objective_type: 'CONSIDERATION', is_automated_campaign: false },
  ),
]
