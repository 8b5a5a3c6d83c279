import { adGroupTargetingCases as probeCases } from '#server/target/probe/cases/ad-group-targeting.ts'
import { cbo, tryIn } from '../fixtures/ad-groups.ts'
import type { RuleCase } from './case.ts'
import { probed } from './probe-cases.ts'

/** Whom ad groups are shown to, and how that is changed. */
export const adGroupTargetingCases: readonly RuleCase[] = [
  ...probed(probeCases),
  {
    rule: 'ad_group.targeting.customer-segment',
    refused: (mock) =>
      tryIn(mock, cbo(mock), { targeting_spec: { AUDIENCE_INCLUDE: ['7'] }, customer_segment_id: '5' }),
    passes: (mock) => tryIn(mock, cbo(mock), { targeting_spec: { AUDIENCE_EXCLUDE: ['7'] }, customer_segment_id: '5' }),
  },
]
