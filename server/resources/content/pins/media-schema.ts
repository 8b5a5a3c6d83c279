import { z } from 'zod'
import { LongId, LongText, undocumentedText } from '#server/http/schema/fields.ts'

const is_standard = z.boolean().nullish().meta({ description: 'Answered as it is sent; true when absent.' })
const ContentType = z.enum(['image/jpeg', 'image/png'])
const data = z.string().regex(/^[a-zA-Z0-9+/=]+$/)

/** Documented for a Pin, and so for an image of several; what of a colour is more than `#6E7874` is decided here. */
export const longest = { title: 100, description: 800, link: 2048, alt_text: 500, color: 32 } as const

/** What is said of one image of several. */
export const slot = {
  title: undocumentedText(longest.title).nullish(),
  description: undocumentedText(longest.description).nullish(),
  link: undocumentedText(longest.link).nullish(),
}

const index = z.int().min(0).nullish()

const sources = [
  z.object({ source_type: z.literal('image_url'), url: LongText, is_standard }),
  z.object({ source_type: z.literal('image_base64'), content_type: ContentType, data, is_standard }),
  z.object({
    source_type: z.literal('video_id'),
    media_id: LongId,
    cover_image_url: LongText.nullish(),
    cover_image_content_type: ContentType.nullish(),
    cover_image_data: z.string().nullish(),
    cover_image_key_frame_time: z.int().min(0).nullish(),
    is_standard,
  }),
  z.object({
    source_type: z.literal('multiple_image_urls'),
    items: z
      .array(z.object({ ...slot, url: LongText }))
      .min(2)
      .max(5),
    index,
  }),
  z.object({
    source_type: z.literal('multiple_image_base64'),
    items: z
      .array(z.object({ ...slot, content_type: ContentType, data }))
      .min(2)
      .max(5),
    index,
  }),
  z.object({ source_type: z.literal('pin_url'), is_affiliate_link: z.boolean().nullish() }),
] as const

const sourceTypes = sources.map(({ shape }) => shape.source_type.value)

/** What a Pin is made of, as a creation sends it. */
export const PinMediaSource = z
  .discriminatedUnion('source_type', sources, {
    error: ({ code }) => (code === 'invalid_union' ? `is not one of ${sourceTypes.join(', ')}` : undefined),
  })
  .meta({ description: 'Images, or a video that has been processed.' })

const size = z.object({ width: z.int(), height: z.int(), url: z.string() })

/** One image in the sizes that it can be shown in. */
export const Images = z.object({ '150x150': size, '400x300': size, '600x': size, '1200x': size }).meta({
  id: 'ImageSize',
  description: 'One image by size. An image that was sent by URL has that URL in every size.',
})

/** One image of several. */
export const CarouselSlot = z.object({
  item_type: z.literal('image'),
  title: z.string().nullable(),
  description: z.string().nullable(),
  link: z.string().nullable(),
  images: Images,
})

/** What a Pin shows, as it is answered. */
export const PinMedia = z
  .discriminatedUnion('media_type', [
    z.object({ media_type: z.literal('image'), images: Images }),
    z.object({
      media_type: z.literal('video'),
      images: Images,
      cover_image_url: z.string(),
      video_url: z.string().nullable(),
      duration: z.number().nullable(),
      height: z.int().nullable(),
      width: z.int().nullable(),
    }),
    z.object({ media_type: z.literal('multiple_images'), items: z.array(CarouselSlot) }),
  ])
  .meta({ description: 'An image, a video, or several images.' })

export type PinMediaSource = z.output<typeof PinMediaSource>
export type Images = z.output<typeof Images>
export type PinMedia = z.output<typeof PinMedia>
