import type { ProbeCall, ProbeCase } from '../probe-case.ts'
import type { Fields } from './campaign-calls.ts'

const campaign: Fields = { objective_type: 'CONSIDERATION', start_date: '{{day+9}}', ad_groups: [{}] }
const daily: Fields = { budget_duration_type: 'FIXED_DAILY', daily_spend_cap: 5_000_000 }
const lifetime: Fields = { budget_duration_type: 'LIFETIME', lifetime_spend_cap: 5_000_000, end_date: '{{day+19}}' }

const estimating = (more: Fields): ProbeCall => ({
  operation: 'get_campaign_delivery_estimates',
  body: [{ ...campaign, ...more }],
})

const image: Fields = { image_url: 'https://example.com/tent.jpg', title: 'Tent' }
const products: Fields = { catalog_product_group_id: '443700000001', creative_type: 'SHOPPING' }
const collection: Fields = {
  ...products,
  creative_type: 'COLLECTION',
  hero_image_url: 'https://example.com/tent.jpg',
}
const preview = (body: Fields): ProbeCall => ({ operation: 'ad_previews/create', body })

/** Estimates of campaigns, and previews of ads: nothing is made of them. */
export const planningCases: readonly ProbeCase[] = [
  {
    rule: 'delivery_estimate.end_date.lifetime',
    refused: estimating({ ...lifetime, end_date: null }),
    passes: estimating(lifetime),
  },
  {
    rule: 'delivery_estimate.spend_cap.lifetime',
    refused: estimating({ ...lifetime, lifetime_spend_cap: 0 }),
    passes: estimating(lifetime),
  },
  {
    rule: 'delivery_estimate.spend_cap.daily',
    refused: estimating({ ...daily, budget_duration_type: 'FLEXIBLE_DAILY', daily_spend_cap: null }),
    passes: estimating({ ...daily, budget_duration_type: 'FLEXIBLE_DAILY' }),
  },
  {
    rule: 'delivery_estimate.dates.order',
    refused: estimating({ ...daily, end_date: '{{day+8}}' }),
    passes: estimating({ ...daily, end_date: '{{day+10}}' }),
  },
  {
    rule: 'ad_preview.image.url',
    refused: preview({ ...image, image_url: 'example.com/tent.jpg' }),
    passes: preview(image),
  },
  {
    rule: 'ad_preview.collection.hero',
    refused: preview(collection),
    passes: preview({ ...collection, hero_image_title: 'Tent' }),
  },
  {
    rule: 'ad_preview.tags.one',
    refused: preview({ ...products, image_tag: 'Sale', video_tag: 'Sale' }),
    passes: preview({ ...products, image_tag: 'Sale', video_tag: null }),
  },
  {
    rule: 'ad_preview.item.shopping',
    refused: preview({ ...products, creative_type: 'CAROUSEL', item_id: '1' }),
    passes: preview({ ...products, item_id: '1' }),
  },
]
