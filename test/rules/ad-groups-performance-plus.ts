import { automatic, madeIn, performancePlus, tryChange, tryIn } from '../fixtures/ad-groups.ts'
import { templateIn } from '../fixtures/templates.ts'
import type { RuleCase } from './case.ts'

/** What a Performance+ campaign allows its ad groups. */
export const adGroupPerformancePlusCases: readonly RuleCase[] = [
  {
    rule: 'ad_group.performance-plus.location',
    refused: (mock) => tryIn(mock, performancePlus(mock), { ...automatic, targeting_spec: { AGE_BUCKET: ['18-24'] } }),
    passes: (mock) => tryIn(mock, performancePlus(mock), { ...automatic, targeting_spec: { GEO: ['US-94107'] } }),
  },
  {
    rule: 'ad_group.performance-plus.targeting',
    refused: (mock) =>
      tryIn(mock, performancePlus(mock), { ...automatic, targeting_spec: { LOCATION: ['US'], GENDER: ['male'] } }),
    passes: (mock) =>
      tryIn(mock, performancePlus(mock), { ...automatic, targeting_spec: { LOCATION: ['US'], AGE_BUCKET: ['65+'] } }),
  },
  {
    rule: 'ad_group.performance-plus.templates',
    refused: async (mock) =>
      tryChange(mock, await madeIn(mock, performancePlus(mock), automatic), {
        targeting_template_ids: [(await templateIn(mock)).id],
      }),
    passes: async (mock) =>
      tryChange(mock, await madeIn(mock, performancePlus(mock), automatic), { targeting_template_ids: ['0'] }),
  },
  {
    rule: 'ad_group.performance-plus.automatic-bid',
    refused: (mock) =>
      tryIn(mock, performancePlus(mock), { ...automatic, bid_in_micro_currency: 1, bid_strategy_type: 'MAX_BID' }),
    passes: (mock) => tryIn(mock, performancePlus(mock), { ...automatic, bid_in_micro_currency: 1 }),
  },
  {
    rule: 'ad_group.performance-plus.bid-multiplier',
    refused: (mock) => tryIn(mock, performancePlus(mock), { ...automatic, bid_multiplier: 2 }),
    passes: (mock) => tryIn(mock, performancePlus(mock), { ...automatic, bid_multiplier: 0 }),
  },
]
