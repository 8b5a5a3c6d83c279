import type { User } from '#server/domain/access/user.ts'
import { idOf } from '#server/domain/ids.ts'
import { newPin } from '#server/resources/content/pins/entity.ts'
import { mediaOf } from '#server/resources/content/pins/image-variants.ts'
import type { PinMedia } from '#server/resources/content/pins/media-schema.ts'
import { unseen } from '#server/resources/content/pins/serialize.ts'
import { productPinIdRange } from './resource.ts'
import type { ItemRow } from './rows.ts'

/** The attributes of items that a Pin shows, of all types of catalogs. */
interface ShownAttributes {
  readonly description?: string | null
  readonly link?: string | null
  readonly image_link?: string | readonly string[] | null
  readonly main_image?: { readonly link?: string | null } | null
  readonly video_link?: string | null
}

/**
 * Returns the product Pin of an item as JSON text: what the item says, on no board.
 *
 * @param withMetrics Whether pin_metrics is filled, which nothing has been counted in.
 */
export function productPinText(item: ItemRow, owner: User, withMetrics: boolean): string {
  const { description = null, link = null, ...attributes }: ShownAttributes = JSON.parse(item.json)
  const id = idOf(productPinIdRange, item.seq)
  const pin = newPin(
    { title: item.title, description, link },
    {
      id,
      owner,
      now: item.created_at,
      place: { board_id: null, board_section_id: null, privacy: 'PUBLIC' },
      media: mediaIn(attributes, item),
    },
  )
  const rest = { ...pin, is_standard: false, has_been_promoted: false, is_product: true, is_removable: false }
  return `${JSON.stringify({ ...rest, product_tags: [] }).slice(0, -1)},"pin_metrics":${withMetrics ? unseen : null}}`
}

function mediaIn({ image_link, main_image, video_link }: ShownAttributes, { seq }: ItemRow): PinMedia {
  const first = typeof image_link === 'string' ? image_link : image_link?.[0]
  const url = first ?? main_image?.link ?? ''
  if (video_link == null) return mediaOf({ source_type: 'image_url', url })
  return mediaOf({ source_type: 'video_id', media_id: String(seq), ...(url !== '' && { cover_image_url: url }) })
}
