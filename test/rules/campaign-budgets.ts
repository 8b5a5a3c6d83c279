import { awareness, changing, consideration } from '../fixtures/campaigns.ts'
import type { Answer, Json, Mock } from '../support/mock.ts'
import { testNow } from '../support/mock.ts'
import { anytime, complete } from './campaign-moments.ts'
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
  {
    rule: 'campaign.budget.seventy-ad-groups',
    refused: optimizing(71),
    passes: optimizing(70),
  },
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
