import type { CampaignAdPreviewRow } from './repository.ts'

/** Returns a preview as JSON text. Ids of users and ads are numbers, of more digits than JavaScript's numbers have. */
export function previewText(row: CampaignAdPreviewRow, milliseconds: number): string {
  const { uuid, ad_account_id, ad_group_id, user_id, expires_at, pin_id, ad_id, product_group_promotion_id } = row
  const url = `https://ads.pinterest.com/web-ad-preview/${uuid}/`
  const texts = JSON.stringify({ uuid, url, ad_account_id, ad_group_id })
  const numbers = Object.entries({
    user_id,
    expires_at,
    is_active: expires_at > milliseconds,
    pin_id,
    pin_promotion_id: ad_id,
    promoted_product_group_id: product_group_promotion_id,
  }).flatMap(([name, value]) => (value === null ? [] : [`"${name}":${value}`]))
  return `${texts.slice(0, -1)},${numbers.join(',')}}`
}
