import { z } from 'zod'
import { idOf } from '../../domain/ids.ts'
import { LongId } from '../../http/fields.ts'

const fromPin = z.object({ pin_id: LongId.meta({ description: 'A Pin of which ads can be made.' }) })

const fromImage = z.object({
  image_url: z.string().meta({ description: 'Where the image is.' }),
  title: z.string().meta({ description: 'What stands below it.' }),
})

const shoppingTypes = ['SHOPPING', 'CAROUSEL', 'COLLECTION', 'REGULAR'] as const
const shoppingCalls = ['SHOP_NOW', 'BOOK_NOW', 'ON_SALE', 'GET_DEAL', 'BUY_ONLINE_PICKUP_IN_STORE'] as const

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
})

const oneOfThem = 'is not one of: pin_id; image_url and title; catalog_product_group_id and creative_type'

/** What a preview is made of: a Pin, an image, or the products of a catalog. */
export const AdPreviewCreate = z.xor([fromImage, fromPin, fromProductGroup], { error: oneOfThem }).meta({
  id: 'AdPreviewCreate',
  description: 'What a preview shows: a Pin, an image, or products.',
  example: { pin_id: idOf('pin', 1) },
})

/** Where a preview is seen. */
export const AdPreview = z
  .object({ url: z.string().meta({ description: 'In the form of the real ones; it leads nowhere.' }) })
  .meta({ id: 'AdPreview', description: 'A preview of an ad.' })

/** What a creation took. */
export type AdPreviewCreate = z.output<typeof AdPreviewCreate>
