import { adGroupBudgetCases as probeCases } from '#server/target/probe/cases/ad-group-budgets.ts'
import { cbo, madeIn, perGroup, tryChange, tryIn } from '../fixtures/ad-groups.ts'
import type { RuleCase } from './case.ts'
import { probed } from './probe-cases.ts'

/** Budgets and schedules of ad groups. */
export const adGroupBudgetCases: readonly RuleCase[] = [
  ...probed(probeCases),
  {
    rule: 'ad_group.schedule.end-after-start',
    moment: 'to the second',
    refused: (mock) => tryIn(mock, perGroup(mock), { start_time: mock.now + 60, end_time: mock.now + 60 }),
    passes: (mock) => tryIn(mock, perGroup(mock), { start_time: mock.now + 60, end_time: mock.now + 61 }),
  },
  {
    rule: 'ad_group.schedule.end-in-future',
    moment: 'to the second',
    refused: (mock) => tryIn(mock, perGroup(mock), { end_time: mock.now }),
    passes: (mock) => tryIn(mock, perGroup(mock), { end_time: mock.now + 1 }),
  },
  {
    rule: 'ad_group.schedule.within-campaign',
    moment: 'to the second',
    refused: (mock) => tryIn(mock, perGroup(mock, { start_time: mock.now + 60 }), { start_time: mock.now + 59 }),
    passes: (mock) => tryIn(mock, perGroup(mock, { start_time: mock.now + 60 }), { start_time: mock.now + 60 }),
  },
  {
    rule: 'ad_group.budget.cbo-type',
    moment: 'when a draft becomes active in another campaign',
    also: ['ad_group.budget.cbo-none'],
    refused: async (mock) => {
      const draft = await madeIn(mock, perGroup(mock), { status: 'DRAFT' })
      return tryChange(mock, draft, { campaign_id: (await cbo(mock)).id, status: 'ACTIVE' })
    },
    passes: async (mock) => {
      const draft = await madeIn(mock, perGroup(mock), { status: 'DRAFT' })
      return tryChange(mock, draft, { campaign_id: (await perGroup(mock)).id, status: 'ACTIVE' })
    },
  },
]
