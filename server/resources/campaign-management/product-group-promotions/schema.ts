import { z } from 'zod'
import { productCallsToAction } from '#server/domain/ads/calls-to-action.ts'
import { creativeTypes, gridClickTypes } from '#server/domain/ads/creatives.ts'
import { idOf } from '#server/domain/ids.ts'
import { Order, pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import {
  AdGroupReference,
  EntityStatus,
  Id,
  LongId,
  LongIdFilter,
  LongText,
  listOf,
  Micro,
} from '#server/http/schema/fields.ts'
import { adGroupIdRange } from '../ad-groups/resource.ts'
import { productGroupIdRange, productGroupPromotionIdRange } from './resource.ts'

const headers = ['SHOP_THIS_COLLECTION', 'EXPLORE_THIS_COLLECTION', 'NO_HEADER', 'ON_SALE', 'GET_DEAL'] as const
const mediaTypes = ['VIDEO', 'IMAGE'] as const

/** For examples: the ad group of the built-in seed that has product group promotions. */
const seededAdGroup = idOf(adGroupIdRange, 8)

const ad_group_id = AdGroupReference.meta({ description: 'Ad group ID.', example: seededAdGroup })
const creative_type = z.enum(creativeTypes).meta({ description: 'Fixed outside DRAFT.', example: 'REGULAR' })
const included = z.boolean().meta({ description: 'false keeps the products from being shown.' })
const isGenerateBackground = z.boolean().meta({ description: 'Backgrounds made by a model.' })

const isImageAutoResizing = z.boolean().meta({ description: 'Images resized by a model.' })

/**
 * The nullable fields. Version 5.28 documents no null for some of them in requests (F21); it is accepted, so that a
 * response can be sent back.
 */
const clearable = {
  bid_in_micro_currency: Micro.nullable().meta({ description: 'In micro-currency.', example: 1_500_000 }),
  catalog_product_group_id: LongId.nullable().meta({
    description: 'The product group of the catalog.',
    example: idOf(productGroupIdRange, 1),
  }),
  catalog_product_group_name: LongText.nullable(),
  collections_header_type: z.enum(headers).nullable(),
  collections_hero_destination_url: LongText.nullable(),
  collections_hero_pin_id: LongId.nullable(),
  customizable_cta_type: z
    .enum(productCallsToAction)
    .nullable()
    .meta({ description: 'The call to action below the ad.' }),
  definition: LongText.nullable().meta({ description: 'Which products, as a path of conditions.' }),
  is_mdl: z.boolean().nullable().meta({ description: "Uses the catalog's mobile deep links." }),
  parent_id: LongId.nullable().meta({ description: 'The product group that it is a part of.' }),
  preferred_media_type: z.enum(mediaTypes).nullable(),
  relative_definition: LongText.nullable().meta({ description: 'Which products of its parent.' }),
  selected_image_tag: LongText.nullable(),
  selected_video_tag: LongText.nullable(),
  slideshow_collections_description: LongText.nullable(),
  slideshow_collections_title: LongText.nullable(),
  tracking_url: LongText.nullable().meta({ description: 'Up to 4,000 characters.' }),
}

/** One item in the request body of a creation. Null counts as absent; an update clears the field. */
export const ProductGroupPromotionCreate = z
  .object({
    ad_group_id: AdGroupReference.nullish().meta({
      deprecated: true,
      description: 'No effect: the one beside counts.',
    }),
    status: EntityStatus.nullish(),
    creative_type: creative_type.nullish(),
    included: included.nullish(),
    is_generate_background: isGenerateBackground.nullish(),
    is_image_auto_resizing: isImageAutoResizing.nullish(),
    grid_click_type: z.enum(gridClickTypes).nullish().meta({ deprecated: true, description: 'No effect.' }),
    ...z.object(clearable).partial().shape,
  })
  .meta({ id: 'ProductGroupPromotionCreate', description: 'A new product group promotion.' })

/** One item in the request body of an update. */
const ProductGroupPromotionUpdate = ProductGroupPromotionCreate.extend({ id: LongId }).meta({
  id: 'ProductGroupPromotionUpdate',
  description: 'What changes about a product group promotion.',
})

const most = 30

/** The request body of a creation. */
export const ProductGroupPromotionsCreate = z
  .object({ ad_group_id, product_group_promotion: z.array(ProductGroupPromotionCreate).min(1).max(most) })
  .meta({
    id: 'ProductGroupPromotionCreateRequest',
    description: 'New product group promotions of one ad group.',
    example: {
      ad_group_id: seededAdGroup,
      product_group_promotion: [{ catalog_product_group_id: idOf(productGroupIdRange, 1), creative_type: 'REGULAR' }],
    },
  })

/** The request body of an update. */
export const ProductGroupPromotionsUpdate = z
  .object({ ad_group_id, product_group_promotion: z.array(ProductGroupPromotionUpdate).min(1).max(most) })
  .meta({
    id: 'ProductGroupPromotionUpdateRequest',
    description: 'Changes to product group promotions of one ad group.',
    example: {
      ad_group_id: seededAdGroup,
      product_group_promotion: [{ id: idOf(productGroupPromotionIdRange, 1), status: 'PAUSED' }],
    },
  })

/** A product group promotion in a response: unset fields are null. */
export const ProductGroupPromotion = z
  .object({
    id: Id,
    ad_group_id: Id,
    status: EntityStatus,
    creative_type,
    included,
    is_generate_background: isGenerateBackground,
    grid_click_type: z.enum(gridClickTypes).nullable(),
    ...clearable,
    is_image_auto_resizing: isImageAutoResizing.optional(),
  })
  .meta({ id: 'ProductGroupPromotion', description: 'Products of a catalog that an ad group shows.' })

/** The query parameters of a list. */
export const ProductGroupPromotionListQuery = z.object({
  ad_group_id: Id.optional().meta({
    description: 'Only theirs. This or product_group_promotion_ids is needed.',
    example: seededAdGroup,
  }),
  product_group_promotion_ids: LongIdFilter.meta({ description: 'Only these, whatever ad_group_id says.' }),
  entity_statuses: listOf(EntityStatus).meta({ description: 'Only these.', 'x-default': ['ACTIVE', 'PAUSED'] }),
  order: Order,
  ...pageQuery,
})

/** The response of a list. */
export const ProductGroupPromotionPage = pageOf(ProductGroupPromotion).meta({ id: 'ProductGroupPromotionPage' })

export type ProductGroupPromotionCreate = z.output<typeof ProductGroupPromotionCreate>
export type ProductGroupPromotionUpdate = z.output<typeof ProductGroupPromotionUpdate>

export type ProductGroupPromotion = z.output<typeof ProductGroupPromotion>
