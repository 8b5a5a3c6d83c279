import { patched } from '#server/domain/patch.ts'
import type { ProductGroupPromotion, ProductGroupPromotionCreate } from './schema.ts'

/** The ids of a new product group promotion. */
export type ProductGroupPromotionIds = Pick<ProductGroupPromotion, 'id' | 'ad_group_id'>

/** A product group promotion with all fields unset. */
const bare = {
  status: 'ACTIVE',
  creative_type: 'REGULAR',
  included: true,
  is_generate_background: false,
  grid_click_type: null,
  bid_in_micro_currency: null,
  catalog_product_group_id: null,
  catalog_product_group_name: null,
  collections_header_type: null,
  collections_hero_destination_url: null,
  collections_hero_pin_id: null,
  customizable_cta_type: null,
  definition: null,
  is_mdl: null,
  parent_id: null,
  preferred_media_type: null,
  relative_definition: null,
  selected_image_tag: null,
  selected_video_tag: null,
  slideshow_collections_description: null,
  slideshow_collections_title: null,
  tracking_url: null,
} as const satisfies Omit<ProductGroupPromotion, keyof ProductGroupPromotionIds>

/** Returns the product group promotion that a creation stores. */
export const newProductGroupPromotion = (
  item: ProductGroupPromotionCreate,
  ids: ProductGroupPromotionIds,
): ProductGroupPromotion => changedProductGroupPromotion({ ...ids, ...bare }, item)

/** Returns the product group promotion after an update. Null clears a nullable field and leaves any other as it is. */
export const changedProductGroupPromotion = (
  before: ProductGroupPromotion,
  item: ProductGroupPromotionCreate,
): ProductGroupPromotion => ({
  ...before,
  // Responses have this field only where it was sent: it is newer than the recorded responses.
  ...(item.is_image_auto_resizing != null && { is_image_auto_resizing: item.is_image_auto_resizing }),
  status: item.status ?? before.status,
  creative_type: item.creative_type ?? before.creative_type,
  included: item.included ?? before.included,
  is_generate_background: item.is_generate_background ?? before.is_generate_background,
  bid_in_micro_currency: patched(item.bid_in_micro_currency, before.bid_in_micro_currency),
  catalog_product_group_id: patched(item.catalog_product_group_id, before.catalog_product_group_id),
  catalog_product_group_name: patched(item.catalog_product_group_name, before.catalog_product_group_name),
  collections_header_type: patched(item.collections_header_type, before.collections_header_type),
  collections_hero_destination_url: patched(
    item.collections_hero_destination_url,
    before.collections_hero_destination_url,
  ),
  collections_hero_pin_id: patched(item.collections_hero_pin_id, before.collections_hero_pin_id),
  customizable_cta_type: patched(item.customizable_cta_type, before.customizable_cta_type),
  definition: patched(item.definition, before.definition),
  is_mdl: patched(item.is_mdl, before.is_mdl),
  parent_id: patched(item.parent_id, before.parent_id),
  preferred_media_type: patched(item.preferred_media_type, before.preferred_media_type),
  relative_definition: patched(item.relative_definition, before.relative_definition),
  selected_image_tag: patched(item.selected_image_tag, before.selected_image_tag),
  selected_video_tag: patched(item.selected_video_tag, before.selected_video_tag),
  slideshow_collections_description: patched(
    item.slideshow_collections_description,
    before.slideshow_collections_description,
  ),
  slideshow_collections_title: patched(item.slideshow_collections_title, before.slideshow_collections_title),
  tracking_url: patched(item.tracking_url, before.tracking_url),
})
