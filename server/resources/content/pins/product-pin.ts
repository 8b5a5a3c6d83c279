import type { User } from '#server/domain/access/user.ts'
import { firstImageOf, type ImageLinks } from '#server/domain/catalogs/images.ts'
import { idOf } from '#server/domain/ids.ts'
import { productPinIdRange } from '#server/resources/catalogs/items/resource.ts'
import type { ItemRow } from '#server/resources/catalogs/items/rows.ts'
import { domainOf, newPin } from './entity.ts'
import { mediaOf } from './image-variants.ts'
import type { PinMedia } from './media-schema.ts'
import type { FoundPin } from './repository.ts'

/** The attributes of items that a Pin shows, of all types of catalogs. */
interface ShownAttributes {
  readonly description?: string | null
  readonly link?: string | null
  readonly image_link?: ImageLinks
  readonly main_image?: { readonly link?: string | null } | null
  readonly video_link?: string | null
}

const place = { board_id: null, board_section_id: null, privacy: 'PUBLIC' } as const

/** Returns the product Pin of an item of a user's catalog: what the item says, on no board. */
export function productPin(item: ItemRow, owner: User): FoundPin {
  const { description = null, link = null, ...attributes }: ShownAttributes = JSON.parse(item.json)
  const id = idOf(productPinIdRange, item.seq)
  const context = { id, owner, now: item.created_at, place, media: mediaIn(attributes, item) }
  const pin = newPin({ title: item.title, description, link }, context)
  return {
    seq: item.seq,
    id,
    ...place,
    creative_type: pin.creative_type,
    is_repin: 0,
    has_been_promoted: item.has_been_promoted,
    is_promotable: 1,
    json: JSON.stringify({ ...pin, is_standard: false }),
    owner_id: owner.id,
    domain: domainOf(link),
    product_tags: null,
    isProduct: true,
  }
}

function mediaIn({ image_link, main_image, video_link }: ShownAttributes, { seq }: ItemRow): PinMedia {
  const url = firstImageOf(image_link) ?? main_image?.link ?? ''
  if (video_link == null) return mediaOf({ source_type: 'image_url', url })
  return mediaOf({ source_type: 'video_id', media_id: String(seq), ...(url !== '' && { cover_image_url: url }) })
}
