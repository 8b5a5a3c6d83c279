import type { ProbeCase } from '../probe-case.ts'
import { anytime, awareness, complete, consideration, creating } from './campaign-calls.ts'

const performancePlus = {
  ...consideration,
  is_performance_plus: true,
  is_flexible_daily_budgets: true,
  start_time: '{{now}}',
} as const

/** Cases of the rules about Performance+ and top-of-search campaigns. */
export const performancePlusCases: readonly ProbeCase[] = [
  ...anytime(
    'campaign.performance-plus.objective',
    { ...performancePlus, objective_type: 'AWARENESS' },
    { ...performancePlus, objective_type: 'APP_INSTALL' },
  ),
  ...complete(
    'campaign.performance-plus.budget-optimization',
    {
      ...performancePlus,
      is_campaign_budget_optimization: false,
      daily_spend_cap: 0,
      is_flexible_daily_budgets: false,
    },
    performancePlus,
  ),
  ...complete(
    'campaign.performance-plus.flexible',
    { ...performancePlus, is_flexible_daily_budgets: false },
    performancePlus,
  ),
  {
    rule: 'campaign.performance-plus.explicit',
    moment: 'without a start',
    refused: creating({ ...performancePlus, start_time: null }),
    passes: creating(performancePlus),
  },
  ...anytime(
    'campaign.performance-plus.ad-group-budget',
    { ...performancePlus, default_ad_group_budget_in_micro_currency: 5_000_000 },
    { ...performancePlus, default_ad_group_budget_in_micro_currency: null },
  ),
  ...anytime(
    'campaign.performance-plus.automated',
    { ...performancePlus, is_automated_campaign: true },
    { ...performancePlus, is_automated_campaign: false },
  ),
  ...anytime(
    'campaign.top-of-search.performance-plus',
    { ...performancePlus, is_top_of_search: true },
    { ...performancePlus, is_performance_plus: false, is_top_of_search: true },
  ),
  ...anytime(
    'campaign.top-of-search.objective',
    { ...awareness, is_top_of_search: true },
    { ...consideration, is_top_of_search: true },
  ),
]
