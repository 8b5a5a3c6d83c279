import type { Answer, Json, Mock } from '../helper.ts'
import { testNow } from '../helper.ts'
import { awareness, consideration, creating } from '../resources/sample-campaigns.ts'
import type { RuleCase } from './case.ts'

const unbudgeted = { name: 'Brand', objective_type: 'AWARENESS' }
const lifetime = { ...unbudgeted, lifetime_spend_cap: 100_000_000, end_time: testNow + 86_400 }
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
  {
    rule: 'campaign.budget.required',
    refused: creating(unbudgeted),
    passes: creating({ ...unbudgeted, daily_spend_cap: 1 }),
  },
  {
    rule: 'campaign.budget.one-cap',
    refused: creating({ ...lifetime, daily_spend_cap: 1 }),
    passes: creating({ ...lifetime, daily_spend_cap: 0 }),
  },
  {
    rule: 'campaign.budget.without-optimization',
    refused: creating({ ...perGroup, daily_spend_cap: 1 }),
    passes: creating({ ...perGroup, daily_spend_cap: 0 }),
  },
  {
    rule: 'campaign.budget.lifetime-needs-end',
    refused: creating({ ...lifetime, end_time: null }),
    passes: creating(lifetime),
  },
  {
    rule: 'campaign.budget.flexible-is-daily',
    refused: creating({ ...lifetime, is_flexible_daily_budgets: true }),
    passes: creating({ ...awareness, is_flexible_daily_budgets: true }),
  },
  {
    rule: 'campaign.budget.optimization-required',
    features: { '*': { require_cbo: true } },
    refused: creating(perGroup),
    passes: creating({ ...perGroup, is_campaign_budget_optimization: true, daily_spend_cap: 1 }),
  },
  {
    rule: 'campaign.budget.seventy-ad-groups',
    refused: optimizing(71),
    passes: optimizing(70),
  },
  {
    rule: 'campaign.automated.objective',
    refused: creating({ ...awareness, is_automated_campaign: true }),
    passes: creating({ ...consideration, is_automated_campaign: true }),
  },
  {
    rule: 'campaign.automated.daily-cap',
    refused: creating({ ...lifetime, objective_type: 'CONSIDERATION', is_automated_campaign: true }),
    passes: creating({ ...lifetime, objective_type: 'CONSIDERATION', is_automated_campaign: false }),
  },
]
