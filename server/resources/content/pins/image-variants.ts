import { hash } from '#server/domain/ids.ts'
import type { Images, PinMedia, PinMediaSource } from './media-schema.ts'

/**
 * The sizes of an image in responses. Files are not read: every image counts as two by three, the recommended format of
 * Pins.
 */
export const sizes = {
  '150x150': { width: 150, height: 150 },
  '400x300': { width: 400, height: 300 },
  '600x': { width: 600, height: 900 },
  '1200x': { width: 1200, height: 1800 },
} as const

/** A key of `sizes`. */
export type Size = keyof typeof sizes
type ImageSource = { readonly url: string } | { readonly data: string }

/** Returns the media of a Pin with this source. */
export function mediaOf(source: Exclude<PinMediaSource, { source_type: 'pin_url' }>): PinMedia {
  if (source.source_type === 'video_id') {
    const images = imagesOf(coverOf(source))
    const cover_image_url = images['1200x'].url
    const unknown = { video_url: null, duration: null, height: null, width: null }
    return { media_type: 'video', images, cover_image_url, ...unknown }
  }
  if (!('items' in source)) return { media_type: 'image', images: imagesOf(source) }
  const items = source.items.map(({ title = null, description = null, link = null, ...image }) => ({
    item_type: 'image' as const,
    title,
    description,
    link,
    images: imagesOf(image),
  }))
  return { media_type: 'multiple_images', items }
}

/** Returns the dominant colour of the media: made up, and the same for the same image. */
export function colorOf(media: PinMedia): string {
  const images = media.media_type === 'multiple_images' ? media.items[0]?.images : media.images
  return `#${(hash(images?.['1200x'].url ?? '') & 0xffffff).toString(16).padStart(6, '0')}`
}

function coverOf(source: Extract<PinMediaSource, { source_type: 'video_id' }>): ImageSource {
  const { cover_image_url, cover_image_data, media_id } = source
  if (cover_image_url) return { url: cover_image_url }
  return { data: cover_image_data || media_id }
}

function imagesOf(image: ImageSource): Images {
  const urlOf = (size: Size): string => ('url' in image ? image.url : storedUrl(size, image.data))
  const of = (size: Size) => ({ ...sizes[size], url: urlOf(size) })
  return { '150x150': of('150x150'), '400x300': of('400x300'), '600x': of('600x'), '1200x': of('1200x') }
}

/** Returns a URL in the form of the real service. No file is there: uploads are not kept. */
function storedUrl(size: Size, data: string): string {
  const name = [data, `${data.length}`].map((text) => hash(text).toString(16).padStart(8, '0')).join('')
  return `https://i.pinimg.com/${size}/${name.slice(0, 2)}/${name.slice(2, 4)}/${name.slice(4, 6)}/${name}.jpg`
}
