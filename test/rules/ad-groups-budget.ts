import { cbo, perGroup, tryIn } from '../fixtures/ad-groups.ts'
import type { RuleCase } from './case.ts'

/** Budgets and schedules of ad groups. */
export const adGroupBudgetCases: readonly RuleCase[] = [
  {
    rule: 'ad_group.budget.cbo-type',
    refused: (mock) => tryIn(mock, cbo(mock), { budget_type: 'DAILY' }),
    passes: (mock) => tryIn(mock, cbo(mock), { budget_type: 'CBO_ADGROUP' }),
  },
  {
    rule: 'ad_group.budget.cbo-none',
    refused: (mock) => tryIn(mock, cbo(mock), { budget_in_micro_currency: 1 }),
    passes: (mock) => tryIn(mock, cbo(mock), { budget_in_micro_currency: 0 }),
  },
  {
    rule: 'ad_group.budget.required',
    refused: (mock) => tryIn(mock, perGroup(mock), { budget_in_micro_currency: 0 }),
    passes: (mock) => tryIn(mock, perGroup(mock), { budget_in_micro_currency: 1 }),
  },
  {
    rule: 'ad_group.budget.type',
    refused: (mock) => tryIn(mock, perGroup(mock), { budget_type: 'CBO_ADGROUP' }),
    passes: (mock) => tryIn(mock, perGroup(mock), { budget_type: 'DAILY' }),
  },
  {
    rule: 'ad_group.budget.lifetime-needs-end',
    refused: (mock) => tryIn(mock, perGroup(mock), { budget_type: 'LIFETIME' }),
    passes: (mock) => tryIn(mock, perGroup(mock), { budget_type: 'LIFETIME', end_time: mock.now + 3600 }),
  },
  {
    rule: 'ad_group.budget.cbo-pacing',
    refused: (mock) => tryIn(mock, cbo(mock), { pacing_delivery_type: 'ACCELERATED' }),
    passes: (mock) => tryIn(mock, perGroup(mock), { pacing_delivery_type: 'ACCELERATED' }),
  },
  {
    rule: 'ad_group.schedule.end-after-start',
    refused: (mock) => tryIn(mock, perGroup(mock), { start_time: mock.now + 60, end_time: mock.now + 60 }),
    passes: (mock) => tryIn(mock, perGroup(mock), { start_time: mock.now + 60, end_time: mock.now + 61 }),
  },
  {
    rule: 'ad_group.schedule.end-in-future',
    refused: (mock) => tryIn(mock, perGroup(mock), { end_time: mock.now }),
    passes: (mock) => tryIn(mock, perGroup(mock), { end_time: mock.now + 1 }),
  },
  {
    rule: 'ad_group.schedule.cbo-times',
    refused: (mock) => tryIn(mock, cbo(mock), { start_time: mock.now + 60 }),
    passes: (mock) => tryIn(mock, perGroup(mock), { start_time: mock.now + 60 }),
  },
  {
    rule: 'ad_group.schedule.within-campaign',
    refused: (mock) => tryIn(mock, perGroup(mock, { start_time: mock.now + 60 }), { start_time: mock.now + 59 }),
    passes: (mock) => tryIn(mock, perGroup(mock, { start_time: mock.now + 60 }), { start_time: mock.now + 60 }),
  },
]
