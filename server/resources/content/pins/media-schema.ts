import { z } from 'zod'
import { LongId, LongText, undocumentedText } from '#server/http/schema/fields.ts'

const is_standard = z.boolean().nullish().meta({ description: 'Returned as it was sent. Absent: true.' })
const ContentType = z.enum(['image/jpeg', 'image/png'])
const data = z.string().regex(/^[a-zA-Z0-9+/=]+$/)

/**
 * The length limits of texts, documented for a Pin and applied to each image of a carousel. The limit of a colour is a
 * decision of this project.
 */
export const longest = { title: 100, description: 800, link: 2048, alt_text: 500, color: 32 } as const

/** The fields of one image of a carousel. */
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

/** The media source of a Pin in a creation. */
export const PinMediaSource = z
  .discriminatedUnion('source_type', sources, {
    error: ({ code }) => (code === 'invalid_union' ? `is not one of ${sourceTypes.join(', ')}` : undefined),
  })
  .meta({ description: 'Images, or a video with the status succeeded.' })

const size = z.object({ width: z.int(), height: z.int(), url: z.string() })

/** The URLs of one image in all sizes. */
export const Images = z.object({ '150x150': size, '400x300': size, '600x': size, '1200x': size }).meta({
  id: 'ImageSize',
  description: 'Image URLs by size. An image created from a URL has that URL in every size.',
})

/** One image of a carousel in a response. */
export const CarouselSlot = z.object({
  item_type: z.literal('image'),
  title: z.string().nullable(),
  description: z.string().nullable(),
  link: z.string().nullable(),
  images: Images,
})

/** The media of a Pin in a response. */
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
  .meta({ description: 'Content of the Pin: an image, a video or several images.' })

export type PinMediaSource = z.output<typeof PinMediaSource>
export type Images = z.output<typeof Images>
export type PinMedia = z.output<typeof PinMedia>
