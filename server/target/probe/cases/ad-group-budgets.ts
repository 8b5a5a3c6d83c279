import type { ProbeCase } from '../probe-case.ts'
import { adGroupIn, budgetedIn, changingGroup } from './ad-group-calls.ts'
import type { Fields } from './campaign-calls.ts'

const underCbo = (rule: string, refused: Fields, passes: Fields): ProbeCase => ({
  rule,
  refused: adGroupIn('cboCampaign', refused),
  passes: adGroupIn('cboCampaign', passes),
})

const withBudget = (rule: string, refused: Fields, passes: Fields): ProbeCase => ({
  rule,
  refused: budgetedIn('perGroupCampaign', refused),
  passes: budgetedIn('perGroupCampaign', passes),
})

const inUpdate = (rule: string, made: Parameters<typeof changingGroup>[0], refused: Fields, passes: Fields) => ({
  rule,
  moment: 'in an update',
  refused: changingGroup(made, refused),
  passes: changingGroup(made, passes),
})

const lifetime = { budget_type: 'LIFETIME', end_time: '{{now+604800}}' }

/** Budgets and schedules of ad groups. */
export const adGroupBudgetCases: readonly ProbeCase[] = [
  underCbo('ad_group.budget.cbo-type', { budget_type: 'DAILY' }, { budget_type: 'CBO_ADGROUP' }),
  underCbo('ad_group.budget.cbo-none', { budget_in_micro_currency: 1 }, { budget_in_micro_currency: 0 }),
  withBudget('ad_group.budget.required', { budget_in_micro_currency: 0 }, { budget_in_micro_currency: 1 }),
  withBudget('ad_group.budget.type', { budget_type: 'CBO_ADGROUP' }, { budget_type: 'DAILY' }),
  withBudget('ad_group.budget.lifetime-needs-end', { budget_type: 'LIFETIME' }, lifetime),
  {
    rule: 'ad_group.budget.cbo-pacing',
    refused: adGroupIn('cboCampaign', { pacing_delivery_type: 'ACCELERATED' }),
    passes: budgetedIn('perGroupCampaign', { pacing_delivery_type: 'ACCELERATED' }),
  },
  withBudget(
    'ad_group.schedule.end-after-start',
    { start_time: '{{now+3600}}', end_time: '{{now+3600}}' },
    { start_time: '{{now+3600}}', end_time: '{{now+7200}}' },
  ),
  {
    rule: 'ad_group.schedule.end-in-future',
    refused: budgetedIn('startedCampaign', { end_time: '{{now-3600}}' }),
    passes: budgetedIn('startedCampaign', { end_time: '{{now+3600}}' }),
  },
  {
    rule: 'ad_group.schedule.cbo-times',
    refused: adGroupIn('cboCampaign', { start_time: '{{now+3600}}' }),
    passes: budgetedIn('perGroupCampaign', { start_time: '{{now+3600}}' }),
  },
  {
    rule: 'ad_group.schedule.within-campaign',
    refused: budgetedIn('laterCampaign', { start_time: '{{now+3600}}' }),
    passes: budgetedIn('laterCampaign', { start_time: '{{now+172800}}' }),
  },
  inUpdate(
    'ad_group.budget.cbo-none',
    adGroupIn('cboCampaign'),
    { budget_in_micro_currency: 1 },
    { budget_in_micro_currency: 0 },
  ),
  inUpdate(
    'ad_group.budget.required',
    budgetedIn('perGroupCampaign'),
    { budget_in_micro_currency: null },
    { budget_in_micro_currency: 1 },
  ),
  inUpdate(
    'ad_group.budget.cbo-pacing',
    adGroupIn('cboCampaign'),
    { pacing_delivery_type: 'ACCELERATED' },
    { pacing_delivery_type: 'STANDARD' },
  ),
  inUpdate(
    'ad_group.budget.lifetime-needs-end',
    budgetedIn('perGroupCampaign', lifetime),
    { end_time: null },
    { end_time: '{{now+1209600}}' },
  ),
  inUpdate(
    'ad_group.schedule.end-after-start',
    budgetedIn('perGroupCampaign', { ...lifetime, end_time: '{{now+7200}}' }),
    { start_time: '{{now+14400}}' },
    { start_time: '{{now+3600}}' },
  ),
  {
    rule: 'ad_group.budget.cbo-type',
    moment: 'when a draft is published in another campaign',
    also: ['ad_group.budget.cbo-none'],
    refused: changingGroup(budgetedIn('perGroupCampaign', { status: 'DRAFT' }), {
      campaign_id: '{{cboCampaign.id}}',
      status: 'PAUSED',
    }),
    passes: changingGroup(budgetedIn('perGroupCampaign', { status: 'DRAFT' }), {
      campaign_id: '{{laterCampaign.id}}',
      start_time: '{{now+172800}}',
      status: 'PAUSED',
    }),
  },
]
