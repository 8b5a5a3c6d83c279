import { adGroupIn, cbo, fill, madeIn, perGroup, tryChange, tryIn } from '../fixtures/ad-groups.ts'
import type { RuleCase } from './case.ts'

const url = (length: number): string => 'https://example.com/'.padEnd(length, 'x')

/** Ad groups that are not there, states, locks, and what lists and tracking URLs take. */
export const adGroupCases: readonly RuleCase[] = [
  {
    rule: 'ad_group.exists',
    refused: (mock) => mock.patch('/ad_groups', [{ id: '2680000000001', name: 'Renamed' }]),
    passes: async (mock) => tryChange(mock, await madeIn(mock, cbo(mock)), { name: 'Renamed' }),
  },
  {
    rule: 'ad_group.status.final',
    refused: async (mock) => {
      const adGroup = await madeIn(mock, cbo(mock))
      await mock.change('/ad_groups', { id: adGroup.id, status: 'ARCHIVED' })
      return tryChange(mock, adGroup, { name: 'Renamed' })
    },
    passes: async (mock) => {
      const adGroup = await madeIn(mock, cbo(mock))
      await mock.change('/ad_groups', { id: adGroup.id, status: 'PAUSED' })
      return tryChange(mock, adGroup, { name: 'Renamed' })
    },
  },
  {
    rule: 'ad_group.status.transition',
    refused: async (mock) => tryChange(mock, await madeIn(mock, cbo(mock)), { status: 'DRAFT' }),
    passes: async (mock) => tryChange(mock, await madeIn(mock, cbo(mock)), { status: 'PAUSED' }),
  },
  {
    rule: 'ad_group.locked.budget_type',
    refused: async (mock) => {
      const adGroup = await madeIn(mock, perGroup(mock), { end_time: mock.now + 3600 })
      return tryChange(mock, adGroup, { budget_type: 'LIFETIME' })
    },
    passes: async (mock) => {
      const adGroup = await madeIn(mock, perGroup(mock), { end_time: mock.now + 3600, status: 'DRAFT' })
      return tryChange(mock, adGroup, { budget_type: 'LIFETIME' })
    },
  },
  {
    rule: 'ad_group.locked.billable_event',
    refused: async (mock) => {
      const adGroup = await madeIn(mock, cbo(mock, { objective_type: 'SALES' }))
      return tryChange(mock, adGroup, { billable_event: 'CLICKTHROUGH' })
    },
    passes: async (mock) => {
      const adGroup = await madeIn(mock, cbo(mock, { objective_type: 'SALES' }), { status: 'DRAFT' })
      return tryChange(mock, adGroup, { billable_event: 'CLICKTHROUGH' })
    },
  },
  {
    rule: 'ad_group.locked.campaign_id',
    refused: async (mock) => {
      const adGroup = await madeIn(mock, cbo(mock))
      return tryChange(mock, adGroup, { campaign_id: (await cbo(mock)).id })
    },
    passes: async (mock) => {
      const adGroup = await madeIn(mock, cbo(mock), { status: 'DRAFT' })
      return tryChange(mock, adGroup, { campaign_id: (await cbo(mock)).id })
    },
  },
  {
    rule: 'ad_group.campaign.open',
    refused: async (mock) => {
      const campaign = await cbo(mock)
      await mock.change('/campaigns', { id: campaign.id, status: 'ARCHIVED' })
      return tryIn(mock, campaign)
    },
    passes: async (mock) => {
      const campaign = await cbo(mock)
      await mock.change('/campaigns', { id: campaign.id, status: 'PAUSED' })
      return tryIn(mock, campaign)
    },
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
  {
    rule: 'ad_group.tracking.three-urls',
    refused: (mock) => tryIn(mock, cbo(mock), { tracking_urls: { click: Array(4).fill(url(30)) } }),
    passes: (mock) => tryIn(mock, cbo(mock), { tracking_urls: { click: Array(3).fill(url(30)) } }),
  },
  {
    rule: 'ad_group.tracking.url-length',
    refused: (mock) => tryIn(mock, cbo(mock), { tracking_urls: { impression: [url(2001)] } }),
    passes: (mock) => tryIn(mock, cbo(mock), { tracking_urls: { impression: [url(2000)] } }),
  },
  {
    rule: 'ad_group.tracking.update-events',
    refused: async (mock) =>
      tryChange(mock, await madeIn(mock, cbo(mock)), { tracking_urls: { buyable_button: [url(30)] } }),
    passes: async (mock) => tryChange(mock, await madeIn(mock, cbo(mock)), { tracking_urls: { click: [url(30)] } }),
  },
  {
    rule: 'ad_group.list.one-filter',
    refused: async (mock) => {
      const { id, campaign_id } = await mock.create('/ad_groups', adGroupIn(await cbo(mock)))
      return mock.get(`/ad_groups?campaign_ids=${campaign_id}&ad_group_ids=${id}`)
    },
    passes: async (mock) => {
      const { campaign_id } = await mock.create('/ad_groups', adGroupIn(await cbo(mock)))
      return mock.get(`/ad_groups?campaign_ids=${campaign_id}`)
    },
  },
]
