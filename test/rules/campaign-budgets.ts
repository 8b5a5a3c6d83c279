import { campaignBudgetCases as probeCases } from '#server/target/probe/cases/campaign-budgets.ts'
import { publishing } from '../fixtures/campaigns.ts'
import type { RuleCase } from './case.ts'
import { probed } from './probe-cases.ts'

const unbudgeted = { name: 'Brand', objective_type: 'AWARENESS' }

/** Cases of the rules about a campaign's budget. */
export const campaignBudgetCases: readonly RuleCase[] = [
  ...probed(probeCases),
  {
    rule: 'campaign.budget.required',
    moment: 'on activation',
    refused: publishing(unbudgeted),
    passes: publishing({ ...unbudgeted, daily_spend_cap: 1_000_000 }),
  },
]
