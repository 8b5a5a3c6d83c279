import { pinOf, sandboxedPin } from '../fixtures/ads.ts'
import type { RuleCase } from './case.ts'

const image = { image_url: 'https://example.com/tent.jpg', title: 'Tent' }
const products = { catalog_product_group_id: '443700000001', creative_type: 'SHOPPING' }
const collection = { ...products, creative_type: 'COLLECTION' }

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
  {
    rule: 'ad_preview.image.url',
    refused: (mock) => mock.post('/ad_previews', { ...image, image_url: 'example.com/tent.jpg' }),
    passes: (mock) => mock.post('/ad_previews', image),
  },
  {
    rule: 'ad_preview.collection.hero',
    refused: (mock) => mock.post('/ad_previews', { ...collection, hero_image_url: image.image_url }),
    passes: (mock) =>
      mock.post('/ad_previews', { ...collection, hero_image_url: image.image_url, hero_image_title: 'Tent' }),
  },
  {
    rule: 'ad_preview.tags.one',
    refused: (mock) => mock.post('/ad_previews', { ...products, image_tag: 'Sale', video_tag: 'Sale' }),
    passes: (mock) => mock.post('/ad_previews', { ...products, image_tag: 'Sale', video_tag: null }),
  },
  {
    rule: 'ad_preview.item.shopping',
    refused: (mock) => mock.post('/ad_previews', { ...products, creative_type: 'CAROUSEL', item_id: '1' }),
    passes: (mock) => mock.post('/ad_previews', { ...products, item_id: '1' }),
  },
]
