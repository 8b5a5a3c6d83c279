import { dateTimeOf } from '#server/domain/time/clock.ts'
import type { BoardResponseRow } from './repository.ts'

/** The image of a Pin as it is stored: one URL for all sizes, or one for each. */
type Images = { readonly url: string } | Readonly<Record<'150x150' | '400x300', { readonly url: string }>>

/** Returns the board as JSON text, with the counts and images that depend on its Pins. */
export function boardText({ json, pin_count, pins_modified_at, newest_images }: BoardResponseRow): string {
  // Null for a Pin of an imported state without images.
  const images: readonly (Images | null)[] = JSON.parse(newest_images)
  const media = {
    image_cover_url: images[0] == null ? null : urlIn(images[0], '400x300'),
    pin_thumbnail_urls: images.flatMap((image) => (image === null ? [] : urlIn(image, '150x150'))),
  }
  const modified = dateTimeOf(pins_modified_at)
  return `${json.slice(0, -1)},"board_pins_modified_at":"${modified}","pin_count":${pin_count},"media":${JSON.stringify(media)}}`
}

const urlIn = (image: Images, size: '150x150' | '400x300'): string => ('url' in image ? image.url : image[size].url)
