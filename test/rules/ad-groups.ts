import { adGroupLimitCases } from '#server/target/probe/cases/ad-group-limits.ts'
import { adGroupCases as probeCases } from '#server/target/probe/cases/ad-groups.ts'
import { cbo, madeIn, tryChange } from '../fixtures/ad-groups.ts'
import type { RuleCase } from './case.ts'
import { probed } from './probe-cases.ts'

/** Ad groups that are not there, states, locks, and what lists and tracking URLs take. */
export const adGroupCases: readonly RuleCase[] = [
  ...probed(probeCases),
  ...probed(adGroupLimitCases),
  {
    rule: 'ad_group.status.transition',
    moment: 'of an active ad group',
    refused: async (mock) => tryChange(mock, await madeIn(mock, cbo(mock)), { status: 'DRAFT' }),
    passes: async (mock) => tryChange(mock, await madeIn(mock, cbo(mock)), { status: 'PAUSED' }),
  },
]
