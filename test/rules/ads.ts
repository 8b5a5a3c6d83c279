import { adCases as probeCases } from '#server/target/probe/cases/ads.ts'
import { cbo, madeIn } from '../fixtures/ad-groups.ts'
import { adIn, madeAd, sandboxedPin, tryAd, tryAdChange } from '../fixtures/ads.ts'
import type { RuleCase } from './case.ts'
import { probed } from './probe-cases.ts'

/** Ads and parents that are not there, states, locks, Pins, and what tracking URLs take. */
export const adCases: readonly RuleCase[] = [
  ...probed(probeCases),
  {
    rule: 'ad.status.transition',
    moment: 'of an active ad',
    refused: async (mock) => tryAdChange(mock, await madeAd(mock), { status: 'DRAFT' }),
    passes: async (mock) => tryAdChange(mock, await madeAd(mock), { status: 'PAUSED' }),
  },
  {
    rule: 'ad.locked.creative_type',
    moment: 'of an active ad',
    refused: async (mock) => tryAdChange(mock, await madeAd(mock), { creative_type: 'VIDEO' }),
    passes: async (mock) => tryAdChange(mock, await madeAd(mock, { status: 'DRAFT' }), { creative_type: 'VIDEO' }),
  },
  {
    rule: 'ad.pin.promotable',
    refused: async (mock) => mock.post('/ads', [adIn(await madeIn(mock, cbo(mock)), await sandboxedPin(mock))]),
    passes: (mock) => tryAd(mock, madeIn(mock, cbo(mock))),
  },
  {
    rule: 'ad.pin.promotable',
    moment: 'when a draft is published',
    refused: async (mock) => {
      const item = adIn(await madeIn(mock, cbo(mock)), await sandboxedPin(mock), { status: 'DRAFT' })
      return tryAdChange(mock, await mock.create('/ads', item), { status: 'ACTIVE' })
    },
    passes: async (mock) => tryAdChange(mock, await madeAd(mock, { status: 'DRAFT' }), { status: 'ACTIVE' }),
  },
]
