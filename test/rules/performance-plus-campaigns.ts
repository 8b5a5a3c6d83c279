import { performancePlusCases as probeCases } from '#server/target/probe/cases/performance-plus-campaigns.ts'
import { consideration, creating } from '../fixtures/campaigns.ts'
import { testNow } from '../support/mock.ts'
import type { RuleCase } from './case.ts'
import { probed } from './probe-cases.ts'

const performancePlus = {
  ...consideration,
  is_performance_plus: true,
  is_flexible_daily_budgets: true,
  status: 'PAUSED',
  start_time: testNow,
}

/** Cases of the rules about Performance+ and top-of-search campaigns. */
export const performancePlusCases: readonly RuleCase[] = [
  ...probed(probeCases),
  {
    rule: 'campaign.performance-plus.explicit',
    moment: 'without a status',
    refused: creating({ ...performancePlus, status: null }),
    passes: creating({ ...performancePlus, status: 'ACTIVE' }),
  },
]
