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
  pin_id: z.string().meta({ description: 'A Pin of which ads can be made.' }),
  creative_type: z.enum(pinTypes).nullish().meta({ description: 'As what it is shown.' }),
})

const fromImage = z.object({
  image_url: z.string().meta({ description: 'Where the image is.' }),
  title: z.string().meta({ description: 'What stands below it.' }),
  promotion_id: LongId.nullish().meta({ description: 'Of a promotion that is shown, too. Not looked up.' }),
})

/** The types of version 5.28, and REGULAR of version 5.23. */
const shoppingTypes = ['SHOPPING', 'CAROUSEL', 'COLLECTION', 'MAX_WIDTH_COLLECTION', 'REGULAR'] as const
/** The calls to action of ads, and one more that the official description has for catalogs. */
const shoppingCalls = [...callsToAction, 'BUY_ONLINE_PICKUP_IN_STORE'] as const

const fromProductGroup = z.object({
  catalog_product_group_id: LongId.meta({ description: 'Not looked up: there are no catalogs here.' }),
  creative_type: z.enum(shoppingTypes),
  customizable_cta_type: z.enum(shoppingCalls).nullish(),
  hero_pin_id: LongId.nullish().meta({ description: 'The large image of a COLLECTION.' }),
  hero_image_url: z.string().nullish().meta({ description: 'Or where it is, with hero_image_title.' }),
  hero_image_title: z.string().nullish(),
  image_tag: z.string().nullish().meta({ description: 'Not together with video_tag.' }),
  video_tag: z.string().nullish(),
  item_id: z.string().nullish().meta({ description: 'With creative_type SHOPPING only.' }),
  preferred_media_type: z.enum(['VIDEO', 'IMAGE']).nullish(),
  show_promotion: z.boolean().nullish().meta({ description: 'Whether promotions of the products are shown, too.' }),
})

const oneOfThem = 'is not one of: pin_id; image_url and title; catalog_product_group_id and creative_type'

/** The request body of a preview: its source is a Pin, an image, or products of a catalog. */
export const AdPreviewCreate = z.xor([fromImage, fromPin, fromProductGroup], { error: oneOfThem }).meta({
  id: 'AdPreviewCreate',
  description: 'What a preview shows: a Pin, an image, or products.',
  example: { pin_id: idOf(pinIdRange, 1) },
})

/** The response with the URL of a preview. */
export const AdPreview = z
  .object({ url: z.string().meta({ description: 'In the form of the real ones; it leads nowhere.' }) })
  .meta({ id: 'AdPreview', description: 'A preview of an ad.' })

export type AdPreviewCreate = z.output<typeof AdPreviewCreate>
