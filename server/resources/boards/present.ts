import { dateTimeOf } from '../../domain/clock.ts'
import type { AnsweredBoard } from './repository.ts'

type Images = Readonly<Record<string, { readonly url: string } | undefined>>

/** The board as JSON text: what is stored, and what its Pins make of it. */
export function boardText({ json, pin_count, pins_modified_at, newest_images }: AnsweredBoard): string {
  // Null for a Pin of an imported state that says nothing of its pictures.
  const images: readonly (Images | null)[] = JSON.parse(newest_images)
  const media = {
    image_cover_url: images[0]?.['400x300']?.url ?? null,
    pin_thumbnail_urls: images.flatMap((sizes) => sizes?.['150x150']?.url ?? []),
  }
  const modified = dateTimeOf(pins_modified_at)
  return `${json.slice(0, -1)},"board_pins_modified_at":"${modified}","pin_count":${pin_count},"media":${JSON.stringify(media)}}`
}
