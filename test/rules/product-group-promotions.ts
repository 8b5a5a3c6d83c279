import { productGroupPromotionCases } from '#server/target/probe/cases/product-group-promotions.ts'
import { cbo, madeIn } from '../fixtures/ad-groups.ts'
import { changed, created, made, promoting } from '../fixtures/promotions.ts'
import type { RuleCase } from './case.ts'
import { probed } from './probe-cases.ts'

const url = (length: number): string => 'https://example.com/'.padEnd(length, 'x')

/** Product group promotions: where they are put, states, locks, and what their lists take. */
export const promotionCases: readonly RuleCase[] = [
  {
    rule: 'ad_group.exists',
    moment: 'for product group promotions',
    refused: (mock) => created(mock, { id: '2680000000001' }, {}),
    passes: async (mock) => created(mock, await promoting(mock), {}),
  },
  {
    rule: 'product_group_promotion.exists',
    refused: async (mock) => changed(mock, await promoting(mock), { id: '2681000000001', status: 'PAUSED' }),
    passes: async (mock) => {
      const adGroup = await promoting(mock)
      const { id } = await made(mock, adGroup)
      return changed(mock, adGroup, { id, status: 'PAUSED' })
    },
  },
  {
    rule: 'product_group_promotion.status.final',
    refused: async (mock) => {
      const adGroup = await promoting(mock)
      const { id } = await made(mock, adGroup)
      await changed(mock, adGroup, { id, status: 'ARCHIVED' })
      return changed(mock, adGroup, { id, included: false })
    },
    passes: async (mock) => {
      const adGroup = await promoting(mock)
      const { id } = await made(mock, adGroup, { status: 'PAUSED' })
      return changed(mock, adGroup, { id, included: false })
    },
  },
  {
    rule: 'product_group_promotion.status.transition',
    refused: async (mock) => {
      const adGroup = await promoting(mock)
      const { id } = await made(mock, adGroup)
      return changed(mock, adGroup, { id, status: 'DRAFT' })
    },
    passes: async (mock) => {
      const adGroup = await promoting(mock)
      const { id } = await made(mock, adGroup, { status: 'DRAFT' })
      return changed(mock, adGroup, { id, status: 'DELETED_DRAFT' })
    },
  },
  {
    rule: 'product_group_promotion.locked.creative_type',
    refused: async (mock) => {
      const adGroup = await promoting(mock)
      const { id } = await made(mock, adGroup, { status: 'PAUSED' })
      return changed(mock, adGroup, { id, creative_type: 'COLLECTION' })
    },
    passes: async (mock) => {
      const adGroup = await promoting(mock)
      const { id } = await made(mock, adGroup, { status: 'DRAFT' })
      return changed(mock, adGroup, { id, creative_type: 'COLLECTION' })
    },
  },
  {
    rule: 'product_group_promotion.ad-group.open',
    refused: async (mock) => {
      const adGroup = await promoting(mock)
      await mock.change('/ad_groups', { id: adGroup.id, status: 'ARCHIVED' })
      return created(mock, adGroup, {})
    },
    passes: async (mock) => {
      const adGroup = await promoting(mock)
      await mock.change('/ad_groups', { id: adGroup.id, status: 'PAUSED' })
      return created(mock, adGroup, {})
    },
  },
  {
    rule: 'product_group_promotion.ad-group.open',
    moment: 'under a campaign that is a deleted draft',
    refused: async (mock) => {
      const campaign = await cbo(mock, { status: 'DRAFT' })
      const adGroup = await madeIn(mock, campaign)
      await mock.change('/campaigns', { id: campaign.id, status: 'DELETED_DRAFT' })
      return created(mock, adGroup, { status: 'DRAFT' })
    },
    passes: async (mock) => created(mock, await madeIn(mock, cbo(mock, { status: 'DRAFT' })), { status: 'DRAFT' }),
  },
  {
    rule: 'product_group_promotion.ad-group.open',
    moment: 'when a draft is published',
    refused: async (mock) => {
      const adGroup = await promoting(mock)
      const { id } = await made(mock, adGroup, { status: 'DRAFT' })
      await mock.change('/ad_groups', { id: adGroup.id, status: 'ARCHIVED' })
      return changed(mock, adGroup, { id, status: 'ACTIVE' })
    },
    passes: async (mock) => {
      const adGroup = await promoting(mock)
      const { id } = await made(mock, adGroup, { status: 'DRAFT' })
      return changed(mock, adGroup, { id, status: 'ACTIVE' })
    },
  },
  {
    rule: 'product_group_promotion.tracking-url.length',
    refused: async (mock) => created(mock, await promoting(mock), { tracking_url: url(4001) }),
    passes: async (mock) => created(mock, await promoting(mock), { tracking_url: url(4000) }),
  },
  ...probed(productGroupPromotionCases),
]
