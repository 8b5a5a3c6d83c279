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

/** The AI disclosures of a Pin. */
export const AiDisclosures = z.object({ values: z.array(z.enum(['AI_MODIFIED', 'SYNTHETIC_PERFORMER'])) }).meta({
  id: 'AiDisclosures',
  description: 'What machines had a part in. Left out of answers where nothing was declared.',
})

const metric = z.record(z.string(), z.int())

/** A Pin as it is stored: the response without the fields that depend on ads and on the request. */
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

/** A Pin in a response. */
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

/** The request body of a creation. */
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

/** The request body of an update. */
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

/** The request body of saving a Pin: the board and the section. */
export const PinSave = z
  .object({ board_id: content.board_id, board_section_id: content.board_section_id })
  .meta({ id: 'PinSave', description: 'Where a Pin is saved.', example: { board_id: idOf(boardIdRange, 2) } })

/** The query parameters of responses with one Pin. */
export const pinQuery = {
  pin_metrics: QueryBoolean.meta({ description: 'Tells how often the Pin was seen, too.', 'x-default': false }),
  ...actorQuery,
}

const creative_types = listOf(z.enum(creativeTypes)).meta({
  description: `Only these. Pins are ${pinTypes.join(', ')} here.`,
})

/** The query parameters of the list of a user's Pins. */
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

/** The query parameters of the list of a board's Pins. */
export const BoardPinsQuery = z.object({ creative_types, ...pinQuery, ...pageQuery })

/** The query parameters of the list of a section's Pins. */
export const SectionPinsQuery = z.object({ ...actorQuery, ...pageQuery })

/** The response of the lists of Pins. */
export const PinPage = pageOf(Pin).meta({ id: 'PinPage' })

/** The path parameters of a Pin. */
export const PinPath = z.object({ pin_id: LongId.meta({ description: 'Pin ID.' }) })

/** The path parameters of the Pin to save: any text, which is documented for this operation alone. */
export const SavedPinPath = z.object({ pin_id: z.string().meta({ description: 'Pin ID.' }) })

export type AiDisclosures = z.output<typeof AiDisclosures>
export type StoredPin = z.output<typeof StoredPin>
export type PinCreate = z.output<typeof PinCreate>
export type PinUpdate = z.output<typeof PinUpdate>
export type PinSave = z.output<typeof PinSave>
