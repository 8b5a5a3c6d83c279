import { cbo, madeIn } from '../fixtures/ad-groups.ts'
import { adIn, clicks, madeAd, pinOf, sandboxedPin, tryAd, tryAdChange } from '../fixtures/ads.ts'
import type { RuleCase } from './case.ts'

const url = (length: number): string => 'https://example.com/'.padEnd(length, 'x')

/** Ads and parents that are not there, states, locks, Pins, and what lists and tracking URLs take. */
export const adCases: readonly RuleCase[] = [
  {
    rule: 'ad.exists',
    refused: (mock) => mock.patch('/ads', [{ id: '687100000001', name: 'Renamed' }]),
    passes: async (mock) => tryAdChange(mock, await madeAd(mock), { name: 'Renamed' }),
  },
  {
    rule: 'ad_group.exists',
    moment: 'when an ad is created',
    refused: (mock) => tryAd(mock, { id: '2680000000001' }),
    passes: (mock) => tryAd(mock, madeIn(mock, cbo(mock))),
  },
  {
    rule: 'ad_group.exists',
    moment: 'when a draft ad moves',
    refused: async (mock) =>
      tryAdChange(mock, await madeAd(mock, { status: 'DRAFT' }), { ad_group_id: '2680000000001' }),
    passes: async (mock) => {
      const { id } = await madeIn(mock, cbo(mock))
      return tryAdChange(mock, await madeAd(mock, { status: 'DRAFT' }), { ad_group_id: id })
    },
  },
  {
    rule: 'ad.status.final',
    refused: async (mock) => {
      const ad = await madeAd(mock)
      await mock.change('/ads', { id: ad.id, status: 'ARCHIVED' })
      return tryAdChange(mock, ad, { name: 'Renamed' })
    },
    passes: async (mock) => {
      const ad = await madeAd(mock)
      await mock.change('/ads', { id: ad.id, status: 'PAUSED' })
      return tryAdChange(mock, ad, { name: 'Renamed' })
    },
  },
  {
    rule: 'ad.status.transition',
    refused: async (mock) => tryAdChange(mock, await madeAd(mock), { status: 'DRAFT' }),
    passes: async (mock) => tryAdChange(mock, await madeAd(mock), { status: 'PAUSED' }),
  },
  {
    rule: 'ad.locked.creative_type',
    refused: async (mock) => tryAdChange(mock, await madeAd(mock), { creative_type: 'VIDEO' }),
    passes: async (mock) => tryAdChange(mock, await madeAd(mock, { status: 'DRAFT' }), { creative_type: 'VIDEO' }),
  },
  {
    rule: 'ad.locked.pin_id',
    refused: async (mock) => tryAdChange(mock, await madeAd(mock, { status: 'PAUSED' }), { pin_id: await pinOf(mock) }),
    passes: async (mock) => tryAdChange(mock, await madeAd(mock, { status: 'DRAFT' }), { pin_id: await pinOf(mock) }),
  },
  {
    rule: 'ad.locked.ad_group_id',
    refused: async (mock) => {
      const { id } = await madeIn(mock, cbo(mock))
      return tryAdChange(mock, await madeAd(mock), { ad_group_id: id })
    },
    passes: async (mock) => {
      const { id } = await madeIn(mock, cbo(mock))
      return tryAdChange(mock, await madeAd(mock, { status: 'DRAFT' }), { ad_group_id: id })
    },
  },
  {
    rule: 'ad.ad_group.open',
    refused: async (mock) => {
      const adGroup = await madeIn(mock, cbo(mock))
      await mock.change('/ad_groups', { id: adGroup.id, status: 'ARCHIVED' })
      return tryAd(mock, adGroup)
    },
    passes: async (mock) => {
      const adGroup = await madeIn(mock, cbo(mock))
      await mock.change('/ad_groups', { id: adGroup.id, status: 'PAUSED' })
      return tryAd(mock, adGroup)
    },
  },
  {
    rule: 'ad.ad_group.open',
    moment: 'when it is the campaign that was archived',
    refused: async (mock) => {
      const adGroup = await madeIn(mock, cbo(mock))
      await mock.change('/campaigns', { id: adGroup.campaign_id, status: 'ARCHIVED' })
      return tryAd(mock, adGroup)
    },
    passes: async (mock) => {
      const adGroup = await madeIn(mock, cbo(mock))
      await mock.change('/campaigns', { id: adGroup.campaign_id, status: 'PAUSED' })
      return tryAd(mock, adGroup)
    },
  },
  {
    rule: 'ad.pin.exists',
    refused: async (mock) => mock.post('/ads', [adIn(await madeIn(mock, cbo(mock)), '1055601600128614401')]),
    passes: (mock) => tryAd(mock, madeIn(mock, cbo(mock))),
  },
  {
    rule: 'ad.pin.exists',
    moment: 'in a draft',
    refused: async (mock) => tryAdChange(mock, await madeAd(mock, { status: 'DRAFT' }), { pin_id: '1' }),
    passes: async (mock) => tryAdChange(mock, await madeAd(mock, { status: 'DRAFT' }), { pin_id: await pinOf(mock) }),
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
  {
    rule: 'ad.tracking.three-urls',
    refused: (mock) => tryAd(mock, clicks(mock), { tracking_urls: { click: Array(4).fill(url(30)) } }),
    passes: (mock) => tryAd(mock, clicks(mock), { tracking_urls: { click: Array(3).fill(url(30)) } }),
  },
  {
    rule: 'ad.tracking.url-length',
    refused: (mock) => tryAd(mock, clicks(mock), { tracking_urls: { impression: [url(2001)] } }),
    passes: (mock) => tryAd(mock, clicks(mock), { tracking_urls: { impression: [url(2000)] } }),
  },
]
