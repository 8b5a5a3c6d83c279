import { adPreviewCases as probeCases } from '#server/target/probe/cases/ad-previews.ts'
import { pinOf, sandboxedPin } from '../fixtures/ads.ts'
import type { RuleCase } from './case.ts'
import { probed } from './probe-cases.ts'

/** Previews of Pins and of the ads of ad groups. */
export const adPreviewCases: readonly RuleCase[] = [
  ...probed(probeCases),
  {
    rule: 'ad_preview.pin.promotable',
    refused: async (mock) => mock.post('/ad_previews', { pin_id: await sandboxedPin(mock) }),
    passes: async (mock) => mock.post('/ad_previews', { pin_id: await pinOf(mock) }),
  },
]
