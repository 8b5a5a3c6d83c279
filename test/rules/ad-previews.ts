import { pinOf, sandboxedPin } from '../fixtures/ads.ts'
import type { RuleCase } from './case.ts'

/** What a preview can show. */
export const adPreviewCases: readonly RuleCase[] = [
  {
    rule: 'ad_preview.pin.exists',
    refused: (mock) => mock.post('/ad_previews', { pin_id: '1055601600128614401' }),
    passes: async (mock) => mock.post('/ad_previews', { pin_id: await pinOf(mock) }),
  },
  {
    rule: 'ad_preview.pin.promotable',
    refused: async (mock) => mock.post('/ad_previews', { pin_id: await sandboxedPin(mock) }),
    passes: async (mock) => mock.post('/ad_previews', { pin_id: await pinOf(mock) }),
  },
]
