import type { User } from '#server/domain/access/user.ts'
import { patched } from '#server/domain/patch.ts'
import { dateTimeOf } from '#server/domain/time/clock.ts'
import { colorOf } from './image-variants.ts'
import type { PinMedia } from './media-schema.ts'
import type { PinRow } from './repository.ts'
import type { AiDisclosures, PinCreate, PinUpdate, StoredPin } from './schema.ts'

/** The board, section and privacy of a Pin. */
export type Place = Pick<PinRow, 'board_id' | 'board_section_id' | 'privacy'>

/** The id, owner, creation time, place and media of a new Pin. */
export interface PinContext {
  readonly id: string
  readonly owner: User
  /** Milliseconds since 1970. */
  readonly now: number
  readonly place: Place
  readonly media: PinMedia
}

const creativeTypes = { image: 'REGULAR', video: 'VIDEO', multiple_images: 'CAROUSEL' } as const

/** Returns the Pin that a creation stores. */
export function newPin(item: PinCreate, { id, owner, now, place, media }: PinContext): StoredPin {
  const { media_source } = item
  return {
    id,
    created_at: dateTimeOf(now),
    title: item.title ?? null,
    description: item.description ?? null,
    link: item.link ?? null,
    alt_text: item.alt_text ?? null,
    dominant_color: item.dominant_color ?? colorOf(media),
    ...on(place),
    board_owner: { username: owner.username },
    parent_pin_id: item.parent_pin_id ?? null,
    creative_type: creativeTypes[media.media_type],
    is_owner: true,
    is_standard: (media_source && 'is_standard' in media_source ? media_source.is_standard : null) ?? true,
    media,
    ...disclosed(item.ai_disclosures?.values),
  }
}

/**
 * Returns the Pin after an update, with its keys in the same order. Null clears a nullable field and leaves any other
 * as it is.
 */
export function changedPin(stored: StoredPin, item: PinUpdate, place: Place): StoredPin {
  const { board_id: _, board_section_id: __, ai_disclosures: declared, ...before } = stored
  const { id, created_at, title, description, link, alt_text, dominant_color, media, ...others } = before
  return {
    id,
    created_at,
    title: patched(item.title, title),
    description: patched(item.description, description),
    link: patched(item.link, link),
    alt_text: patched(item.alt_text, alt_text),
    dominant_color,
    ...on(place),
    ...others,
    media: withSlots(media, item.carousel_slots),
    ...disclosed(item.ai_disclosures === null ? [] : (item.ai_disclosures?.values ?? declared?.values)),
  }
}

/**
 * Returns the host of a link without `www.`, for the domain filters of lists; null unless the link is an http or https
 * URL.
 */
export function domainOf(link: string | null): string | null {
  if (link === null || !/^https?:\/\//i.test(link) || !URL.canParse(link)) return null
  return new URL(link).hostname.replace(/^www\./, '')
}

/** Returns the AI disclosures of a Pin; without any the key is absent (observed). */
const disclosed = (values: AiDisclosures['values'] | undefined): Pick<StoredPin, 'ai_disclosures'> =>
  values === undefined || values.length === 0 ? {} : { ai_disclosures: { values } }

/**
 * Returns the board and section fields of a Pin. Without a board the key is absent: a null board_id breaks generated
 * clients.
 */
const on = ({ board_id, board_section_id }: Place) => ({ ...(board_id !== null && { board_id }), board_section_id })

function withSlots(media: PinMedia, slots: PinUpdate['carousel_slots']): PinMedia {
  if (media.media_type !== 'multiple_images') return media
  const items = media.items.map((item, index) => ({
    ...item,
    title: patched(slots?.[index]?.title, item.title),
    description: patched(slots?.[index]?.description, item.description),
    link: patched(slots?.[index]?.link, item.link),
  }))
  return { ...media, items }
}
