import { z } from 'zod'
import { creativeTypes } from '#server/domain/ads/creatives.ts'
import { idOf } from '#server/domain/ids.ts'
import { pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import { actorQuery, LongId, listOf, QueryBoolean, text, undocumentedText } from '#server/http/schema/fields.ts'
import { boardIdRange } from '../boards/resource.ts'
import { BoardOwner } from '../boards/schema.ts'
import { longest, PinMedia, PinMediaSource, slot } from './media-schema.ts'
import { pinTypes } from './repository.ts'

const content = {
  title: text(longest.title).nullish(),
  description: text(longest.description).nullish(),
  link: text(longest.link).nullish().meta({ description: 'Where a click leads.' }),
  alt_text: text(longest.alt_text).nullish().meta({ description: 'The image in words.' }),
  board_id: LongId.nullish(),
  board_section_id: LongId.nullish().meta({ description: 'A section of that board.' }),
}

/** What a creator declares of a Pin that machines had a part in. */
export const AiDisclosures = z.object({ values: z.array(z.enum(['AI_MODIFIED', 'SYNTHETIC_PERFORMER'])) }).meta({
  id: 'AiDisclosures',
  description: 'What machines had a part in. Left out of answers where nothing was declared.',
})

const metric = z.record(z.string(), z.int())

/** A Pin as it is stored: what ads and requests decide is left out. */
export const StoredPin = z.object({
  id: LongId,
  created_at: z.string().meta({ description: 'UTC, without a zone.' }),
  title: z.string().nullable(),
  description: z.string().nullable(),
  link: z.string().nullable(),
  alt_text: z.string().nullable(),
  dominant_color: z.string().meta({ description: 'Hexadecimal; made up from the image where none was sent.' }),
  board_id: LongId.optional().meta({ description: "Absent for a Pin on the user's profile." }),
  board_section_id: LongId.nullable(),
  board_owner: BoardOwner,
  parent_pin_id: LongId.nullable().meta({ description: 'The Pin that this one was saved from.' }),
  creative_type: z.enum(pinTypes),
  is_owner: z.boolean(),
  is_standard: z.boolean(),
  media: PinMedia,
  ai_disclosures: AiDisclosures.optional(),
})

/** A Pin as it is answered. */
export const Pin = StoredPin.extend({
  has_been_promoted: z.boolean().meta({ description: 'Whether an ad was ever made of it.' }),
  is_product: z.boolean().meta({ description: 'Whether it is made from a product of a catalog: none is.' }),
  is_removable: z.boolean(),
  product_tags: z.array(z.object({ pin_id: LongId })).meta({ description: 'Products that are tagged in it: none.' }),
  pin_metrics: z
    .object({ '90d': metric, lifetime_metrics: metric })
    .nullable()
    .meta({ description: 'Only when asked for; nobody sees Pins here, so all are 0.' }),
}).meta({ id: 'Pin', description: 'An image or a video with words and a link, on a board.' })

/** What a creation takes. */
export const PinCreate = z
  .object({
    ...content,
    ai_disclosures: AiDisclosures.nullish(),
    dominant_color: undocumentedText(longest.color).nullish().meta({ description: 'Hexadecimal, as in #6E7874.' }),
    media_source: PinMediaSource.nullish(),
    parent_pin_id: LongId.nullish().meta({ description: 'A Pin to save; its media stand for media_source.' }),
    sponsor_id: LongId.nullish().meta({ description: 'Closed beta in the real service; without effect.' }),
  })
  .meta({
    id: 'PinCreate',
    description: 'A new Pin.',
    example: {
      board_id: idOf(boardIdRange, 1),
      title: 'A walk in spring',
      link: 'https://example.com/walk',
      media_source: { source_type: 'image_url', url: 'https://example.com/walk.jpg' },
    },
  })

/** What an update takes. */
export const PinUpdate = z
  .object({
    ...content,
    ai_disclosures: z
      .object({ values: AiDisclosures.shape.values.nullish() })
      .nullish()
      .meta({ description: 'Stand for those before; none, or null, takes them away.' }),
    carousel_slots: z
      .array(z.object(slot))
      .nullish()
      .meta({ description: 'What changes about the images of a carousel, in their order.' }),
  })
  .meta({ id: 'PinUpdate', description: 'What changes about a Pin.', example: { title: 'A walk in summer' } })

/** Where a Pin is saved. */
export const PinSave = z
  .object({ board_id: content.board_id, board_section_id: content.board_section_id })
  .meta({ id: 'PinSave', description: 'Where a Pin is saved.', example: { board_id: idOf(boardIdRange, 2) } })

/** What the answer with one Pin depends on. */
export const pinQuery = {
  pin_metrics: QueryBoolean.meta({ description: 'Tells how often the Pin was seen, too.', 'x-default': false }),
  ...actorQuery,
}

const creative_types = listOf(z.enum(creativeTypes)).meta({
  description: `Only these. Pins are ${pinTypes.join(', ')} here.`,
})

/** What the list of all Pins takes. */
export const PinListQuery = z.object({
  pin_filter: z
    .enum(['exclude_native', 'exclude_repins', 'has_been_promoted'])
    .optional()
    .meta({ description: 'Without those that were created, without those that were saved, or promoted ones alone.' }),
  include_protected_pins: QueryBoolean.meta({ description: 'Also Pins on PROTECTED boards.', 'x-default': false }),
  pin_type: z.enum(['PRIVATE']).optional().meta({ description: 'Only Pins on SECRET boards.' }),
  creative_types,
  domain: z.string().optional().meta({ description: 'Only Pins whose link leads to it: exactly, without www.' }),
  domains: listOf(z.string(), { min: 1, max: 100 }).meta({ description: 'Only Pins whose link leads to one of them.' }),
  include_product_tag_obj: QueryBoolean.meta({ description: 'Without effect: no Pin here is tagged with products.' }),
  ...pinQuery,
  ...pageQuery,
})

/** What the list of a board's Pins takes. */
export const BoardPinsQuery = z.object({ creative_types, ...pinQuery, ...pageQuery })

/** What the list of a section's Pins takes. */
export const SectionPinsQuery = z.object({ ...actorQuery, ...pageQuery })

/** What the lists answer. */
export const PinPage = pageOf(Pin).meta({ id: 'PinPage' })

/** Where a Pin is in the path. */
export const PinPath = z.object({ pin_id: LongId.meta({ description: 'Pin ID.' }) })

/** Where the Pin that is saved is in the path: any text, as documented of this operation alone. */
export const SavedPinPath = z.object({ pin_id: z.string().meta({ description: 'Pin ID.' }) })

export type AiDisclosures = z.output<typeof AiDisclosures>
export type StoredPin = z.output<typeof StoredPin>
export type PinCreate = z.output<typeof PinCreate>
export type PinUpdate = z.output<typeof PinUpdate>
export type PinSave = z.output<typeof PinSave>
