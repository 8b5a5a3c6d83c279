import { campaignBudgetCases as probeCases } from '#server/target/probe/cases/campaign-budgets.ts'
import { publishing } from '../fixtures/campaigns.ts'
import type { Answer, Json, Mock } from '../support/mock.ts'
import type { RuleCase } from './case.ts'
import { probed } from './probe-cases.ts'

const unbudgeted = { name: 'Brand', objective_type: 'AWARENESS' }
const perGroup = { ...unbudgeted, is_campaign_budget_optimization: false }

/** Turns a draft with so many ad groups to campaign budget optimization. */
const optimizing =
  (adGroups: number) =>
  async ({ create, post, patch }: Mock): Promise<Answer> => {
    const { id } = await create('/campaigns', { ...perGroup, status: 'DRAFT' })
    const one: Json = { name: 'Group', campaign_id: id, billable_event: 'IMPRESSION', status: 'DRAFT' }
    for (let left = adGroups; left > 0; left -= 30) await post('/ad_groups', Array(Math.min(left, 30)).fill(one))
    return patch('/campaigns', [{ id, is_campaign_budget_optimization: true }])
  }

/** Cases of the rules about a campaign's budget. */
export const campaignBudgetCases: readonly RuleCase[] = [
  ...probed(probeCases),
  {
    rule: 'campaign.budget.required',
    moment: 'on activation',
    refused: publishing(unbudgeted),
    passes: publishing({ ...unbudgeted, daily_spend_cap: 1_000_000 }),
  },
  {
    rule: 'campaign.budget.seventy-ad-groups',
    refused: optimizing(71),
    passes: optimizing(70),
  },
]
