import { testNow } from '../helper.ts'
import { awareness, consideration, creating } from '../resources/sample-campaigns.ts'
import type { RuleCase } from './case.ts'

const performancePlus = {
  ...consideration,
  is_performance_plus: true,
  is_flexible_daily_budgets: true,
  status: 'PAUSED',
  start_time: testNow,
}

/** Cases of the rules about Performance+ and top-of-search campaigns. */
export const performancePlusCases: readonly RuleCase[] = [
  {
    rule: 'campaign.performance-plus.objective',
    refused: creating({ ...performancePlus, objective_type: 'AWARENESS' }),
    passes: creating({ ...performancePlus, objective_type: 'APP_INSTALL' }),
  },
  {
    rule: 'campaign.performance-plus.budget-optimization',
    refused: creating({
      ...performancePlus,
      is_campaign_budget_optimization: false,
      daily_spend_cap: 0,
      is_flexible_daily_budgets: false,
    }),
    passes: creating({ ...performancePlus, is_campaign_budget_optimization: true }),
  },
  {
    rule: 'campaign.performance-plus.flexible',
    refused: creating({ ...performancePlus, is_flexible_daily_budgets: false }),
    passes: creating(performancePlus),
  },
  {
    rule: 'campaign.performance-plus.explicit',
    refused: creating({ ...performancePlus, start_time: null }),
    passes: creating(performancePlus),
  },
  {
    rule: 'campaign.performance-plus.explicit',
    refused: creating({ ...performancePlus, status: null }),
    passes: creating({ ...performancePlus, status: 'ACTIVE' }),
  },
  {
    rule: 'campaign.performance-plus.ad-group-budget',
    refused: creating({ ...performancePlus, default_ad_group_budget_in_micro_currency: 5_000_000 }),
    passes: creating({ ...performancePlus, default_ad_group_budget_in_micro_currency: null }),
  },
  {
    rule: 'campaign.performance-plus.automated',
    refused: creating({ ...performancePlus, is_automated_campaign: true }),
    passes: creating({ ...performancePlus, is_automated_campaign: false }),
  },
  {
    rule: 'campaign.top-of-search.performance-plus',
    refused: creating({ ...performancePlus, is_top_of_search: true }),
    passes: creating({ ...performancePlus, is_performance_plus: false, is_top_of_search: true }),
  },
  {
    rule: 'campaign.top-of-search.objective',
    refused: creating({ ...awareness, is_top_of_search: true }),
    passes: creating({ ...consideration, is_top_of_search: true }),
  },
]
