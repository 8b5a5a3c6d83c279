import type { ProbeAct, ProbeCall, ProbeStep } from '../probe-case.ts'
import { creating, type Fields } from './campaign-calls.ts'

/** A campaign that holds the budget of its ad groups. */
export const cbo = (more: Fields = {}): ProbeCall =>
  creating({ name: '{{name}}', objective_type: 'AWARENESS', daily_spend_cap: 100_000_000, status: 'PAUSED', ...more })

/** A campaign that leaves budgets and times to its ad groups. */
export const perGroup = (more: Fields = {}): ProbeCall =>
  creating({
    name: '{{name}}',
    objective_type: 'AWARENESS',
    is_campaign_budget_optimization: false,
    status: 'PAUSED',
    ...more,
  })

/** An ad group that a campaign takes which holds its budget, when its objective is AWARENESS. */
export const adGroupIn = (campaign: string, more: Fields = {}): ProbeCall => ({
  operation: 'ad_groups/create',
  body: [
    {
      name: '{{name}}',
      campaign_id: `{{${campaign}.id}}`,
      billable_event: 'IMPRESSION',
      bid_in_micro_currency: 5_000_000,
      status: 'PAUSED',
      ...more,
    },
  ],
})

/** The same in a campaign that leaves budgets to its ad groups. */
export const budgetedIn = (campaign: string, more: Fields = {}): ProbeCall =>
  adGroupIn(campaign, { budget_in_micro_currency: 10_000_000, ...more })

/** A call that changes an ad group. */
export const patchingGroup = (adGroup: string, change: Fields): ProbeCall => ({
  operation: 'ad_groups/update',
  body: [{ id: `{{${adGroup}.id}}`, ...change }],
})

/** A step that makes an ad group, by the name of `adGroup`. */
export const adGroupStep = (made: ProbeCall): ProbeStep => ({ as: 'adGroup', ...made })

/** An act that makes an ad group, and changes it. */
export const changingGroup = (made: ProbeCall, change: Fields, ...before: readonly ProbeStep[]): ProbeAct => ({
  setup: [...before, adGroupStep(made)],
  ...patchingGroup('adGroup', change),
})

/** What an ad group of a Performance+ campaign must have. */
export const automatic = {
  billable_event: 'CLICKTHROUGH',
  bid_in_micro_currency: null,
  bid_strategy_type: 'AUTOMATIC_BID',
  targeting_spec: { LOCATION: ['US'] },
} as const
