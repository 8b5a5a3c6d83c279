import type { ProbeAct, ProbeCase, ProbeStep } from '../probe-case.ts'
import { adGroupIn, budgetedIn, cbo, perGroup } from './ad-group-calls.ts'
import { type Fields, patching } from './campaign-calls.ts'

const mostInCall = 30

/** Steps that make so many ad groups, as many in a call as one takes. */
function filling(count: number, group: Fields): readonly ProbeStep[] {
  const calls = Array.from({ length: Math.ceil(count / mostInCall) }, (_, index) =>
    Math.min(mostInCall, count - index * mostInCall),
  )
  return calls.map((size, index) => ({
    as: `groups${index}`,
    operation: 'ad_groups/create',
    body: Array<Fields>(size).fill(group),
  }))
}

const [inCampaign] = adGroupIn('campaign').body as readonly [Fields]
const [budgeted] = budgetedIn('campaign', { status: 'DRAFT' }).body as readonly [Fields]

/** One more ad group in a campaign that has so many. */
const oneMoreThan = (count: number): ProbeAct => ({
  setup: [{ as: 'campaign', ...cbo() }, ...filling(count, inCampaign)],
  ...adGroupIn('campaign'),
})

/** A draft with so many ad groups that is to hold their budget. */
const optimizing = (count: number): ProbeAct => ({
  setup: [{ as: 'campaign', ...perGroup({ status: 'DRAFT' }) }, ...filling(count, budgeted)],
  ...patching('{{campaign.id}}', { is_campaign_budget_optimization: true, daily_spend_cap: 100_000_000 }),
})

/** How many ad groups a campaign takes. */
export const adGroupLimitCases: readonly ProbeCase[] = [
  { rule: 'ad_group.limit.seventy', isLarge: true, refused: oneMoreThan(70), passes: oneMoreThan(69) },
  { rule: 'campaign.budget.seventy-ad-groups', isLarge: true, refused: optimizing(71), passes: optimizing(70) },
]
