import { z } from 'zod'
import { callsToAction } from '#server/domain/ads/calls-to-action.ts'
import { idOf } from '#server/domain/ids.ts'
import { LongId } from '#server/http/schema/fields.ts'
import { pinIdRange } from '#server/resources/content/pins/resource.ts'

const pinTypes = [
  'SHOPPING',
  'COLLECTION',
  'MAX_VIDEO',
  'MAX_WIDTH_VIDEO_COLLECTION',
  'MAX_WIDTH_REGULAR_COLLECTION',
] as const

const fromPin = z.object({
  pin_id: z.string().meta({ description: 'Id of a Pin that can be promoted.' }),
  creative_type: z.enum(pinTypes).nullish().meta({ description: 'Creative type of the preview.' }),
})

const fromImage = z.object({
  image_url: z.string().meta({ description: 'URL of the image.' }),
  title: z.string().meta({ description: 'Title below the image.' }),
  promotion_id: LongId.nullish().meta({ description: 'Id of a promotion to show. Its existence is not checked.' }),
})

/** The types of version 5.28, and REGULAR of version 5.23. */
const shoppingTypes = ['SHOPPING', 'CAROUSEL', 'COLLECTION', 'MAX_WIDTH_COLLECTION', 'REGULAR'] as const
/** The calls to action of ads, and one more that the official description has for catalogs. */
const shoppingCalls = [...callsToAction, 'BUY_ONLINE_PICKUP_IN_STORE'] as const

const fromProductGroup = z.object({
  catalog_product_group_id: LongId.meta({
    description: 'Id of a catalog product group. Its existence is not checked.',
  }),
  creative_type: z.enum(shoppingTypes),
  customizable_cta_type: z.enum(shoppingCalls).nullish(),
  hero_pin_id: LongId.nullish().meta({ description: 'Pin with the large image of a COLLECTION.' }),
  hero_image_url: z
    .string()
    .nullish()
    .meta({ description: 'URL of the large image, with hero_image_title. Alternative to hero_pin_id.' }),
  hero_image_title: z.string().nullish(),
  image_tag: z.string().nullish().meta({ description: 'Image tag. Cannot be combined with video_tag.' }),
  video_tag: z.string().nullish(),
  item_id: z.string().nullish().meta({ description: 'Item id. Allowed with creative_type SHOPPING only.' }),
  preferred_media_type: z.enum(['VIDEO', 'IMAGE']).nullish(),
  show_promotion: z.boolean().nullish().meta({ description: 'Whether promotions of the products are shown.' }),
})

const oneOfThem = 'is not one of: pin_id; image_url and title; catalog_product_group_id and creative_type'

/** The request body of a preview: its source is a Pin, an image, or products of a catalog. */
export const AdPreviewCreate = z.xor([fromImage, fromPin, fromProductGroup], { error: oneOfThem }).meta({
  id: 'AdPreviewCreate',
  description: 'Request to preview a Pin, an image or products.',
  example: { pin_id: idOf(pinIdRange, 1) },
})

/** The response with the URL of a preview. */
export const AdPreview = z
  .object({ url: z.string().meta({ description: "Preview URL in Pinterest's form. The URL leads nowhere." }) })
  .meta({ id: 'AdPreview', description: 'A preview of an ad.' })

export type AdPreviewCreate = z.output<typeof AdPreviewCreate>
