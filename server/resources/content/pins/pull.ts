import type { PulledEntity } from '#server/contracts/pull.ts'

/** Stands for a Pin that an ad promotes and the API does not return. */
export const substitute: PulledEntity = {
  title: 'A Pin that could not be read',
  media: { media_type: 'image', images: { '1200x': { url: 'https://example.com/images/unknown.jpg' } } },
}

/**
 * Returns the Pin with a media source of the URLs that its answer has. A video becomes the image of its cover, since the
 * API does not return the id of its media.
 */
export function withSource({ media, ...listed }: PulledEntity): PulledEntity {
  const pin = { ...listed, section_id: listed.board_section_id }
  const { media_type, images, cover_image_url, items } = (media ?? {}) as PulledMedia
  if (media_type === 'multiple_images' && items !== undefined && items.length > 1) {
    const slots = items.map(({ title, description, link, images: sizes }) => ({
      ...present({ title, description, link }),
      url: largest(sizes),
    }))
    return { ...pin, media_source: { source_type: 'multiple_image_urls', items: slots } }
  }
  const url = largest(images ?? items?.[0]?.images) ?? cover_image_url
  return { ...pin, media_source: { source_type: 'image_url', url: url ?? 'https://example.com/images/unknown.jpg' } }
}

type Sizes = Readonly<Record<string, { readonly url?: string }>>

interface PulledSlot {
  readonly title?: string
  readonly description?: string
  readonly link?: string
  readonly images?: Sizes
}

interface PulledMedia {
  readonly media_type?: string
  readonly images?: Sizes
  readonly cover_image_url?: string
  readonly items?: readonly PulledSlot[]
}

const largest = (sizes: Sizes | undefined): string | undefined =>
  sizes?.['1200x']?.url ?? sizes?.originals?.url ?? Object.values(sizes ?? {}).at(-1)?.url

const present = (fields: PulledEntity): PulledEntity =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined))
