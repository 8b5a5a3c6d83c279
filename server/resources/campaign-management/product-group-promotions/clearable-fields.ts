import { z } from 'zod'
import { productCallsToAction } from '#server/domain/ads/calls-to-action.ts'
import { idOf } from '#server/domain/ids.ts'
import { LongId, LongText, Micro } from '#server/http/schema/fields.ts'
import { productGroupIdRange } from '#server/resources/catalogs/product-groups/resource.ts'

const headers = ['SHOP_THIS_COLLECTION', 'EXPLORE_THIS_COLLECTION', 'NO_HEADER', 'ON_SALE', 'GET_DEAL'] as const
const mediaTypes = ['VIDEO', 'IMAGE'] as const

/**
 * The nullable fields. Version 5.28 documents no null for some of them in requests (F21); it is accepted, so that a
 * response can be sent back.
 */
export const clearable = {
  bid_in_micro_currency: Micro.nullable().meta({ description: 'Amount in micro-currency.', example: 1_500_000 }),
  catalog_product_group_id: LongId.nullable().meta({
    description: 'Product group of the catalog, by id.',
    example: idOf(productGroupIdRange, 1),
  }),
  catalog_product_group_name: LongText.nullable(),
  collections_header_type: z.enum(headers).nullable(),
  collections_hero_destination_url: LongText.nullable(),
  collections_hero_pin_id: LongId.nullable(),
  customizable_cta_type: z.enum(productCallsToAction).nullable().meta({ description: 'Call to action below the ad.' }),
  definition: LongText.nullable().meta({ description: 'Selection of products as a path of conditions.' }),
  is_mdl: z.boolean().nullable().meta({ description: 'Whether mobile deep links of the catalog are used.' }),
  parent_id: LongId.nullable().meta({ description: 'Id of the parent product group.' }),
  preferred_media_type: z.enum(mediaTypes).nullable(),
  relative_definition: LongText.nullable().meta({ description: 'Selection of products relative to the parent.' }),
  selected_image_tag: LongText.nullable(),
  selected_video_tag: LongText.nullable(),
  slideshow_collections_description: LongText.nullable(),
  slideshow_collections_title: LongText.nullable(),
  tracking_url: LongText.nullable().meta({ description: 'Tracking URL, at most 4,000 characters.' }),
}
