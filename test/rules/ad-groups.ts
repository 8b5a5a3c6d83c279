import { adGroupCases as probeCases } from '#server/target/probe/cases/ad-groups.ts'
import { cbo, fill, madeIn, tryChange, tryIn } from '../fixtures/ad-groups.ts'
import type { RuleCase } from './case.ts'
import { probed } from './probe-cases.ts'

/** Ad groups that are not there, states, locks, and what lists and tracking URLs take. */
export const adGroupCases: readonly RuleCase[] = [
  ...probed(probeCases),
  {
    rule: 'ad_group.status.transition',
    moment: 'of an active ad group',
    refused: async (mock) => tryChange(mock, await madeIn(mock, cbo(mock)), { status: 'DRAFT' }),
    passes: async (mock) => tryChange(mock, await madeIn(mock, cbo(mock)), { status: 'PAUSED' }),
  },
  {
    rule: 'ad_group.limit.seventy',
    refused: async (mock) => {
      const campaign = await cbo(mock)
      await fill(mock, campaign, 70)
      return tryIn(mock, campaign)
    },
    passes: async (mock) => {
      const campaign = await cbo(mock)
      await fill(mock, campaign, 69)
      return tryIn(mock, campaign)
    },
  },
]
