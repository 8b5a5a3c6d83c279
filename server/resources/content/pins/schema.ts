import { z } from 'zod'
import { idOf } from '#server/domain/ids.ts'
import { actorQuery, LongId, text, undocumentedText } from '#server/http/schema/fields.ts'
import { QueryBoolean } from '#server/http/schema/query-fields.ts'
import { boardIdRange } from '../boards/resource.ts'
import { BoardOwner } from '../boards/schema.ts'
import { longest, PinMedia, PinMediaSource, slot } from './media-schema.ts'
import { pinTypes } from './repository.ts'

const content = {
  title: text(longest.title).nullish(),
  description: text(longest.description).nullish(),
  link: text(longest.link).nullish().meta({ description: 'Landing page of a click.' }),
  alt_text: text(longest.alt_text)
    .nullish()
    .meta({ description: 'Description of the image for people who cannot see it.' }),
  board_id: LongId.nullish(),
  board_section_id: LongId.nullish().meta({ description: 'Id of a section of the board.' }),
}

/** The AI disclosures of a Pin. */
export const AiDisclosures = z.object({ values: z.array(z.enum(['AI_MODIFIED', 'SYNTHETIC_PERFORMER'])) }).meta({
  id: 'AiDisclosures',
  description: 'Declared use of AI. Absent in responses where nothing was declared.',
})

const metric = z.record(z.string(), z.int())

/** A Pin as it is stored: the response without the fields that depend on ads and on the request. */
export const StoredPin = z.object({
  id: LongId,
  created_at: z.string().meta({ description: 'Time in UTC, without a zone.' }),
  title: z.string().nullable(),
  description: z.string().nullable(),
  link: z.string().nullable(),
  alt_text: z.string().nullable(),
  dominant_color: z
    .string()
    .meta({ description: 'Color in hexadecimal. Computed from the image unless one was sent.' }),
  board_id: LongId.optional().meta({ description: "Id of the board. Absent for a Pin on the user's profile." }),
  board_section_id: LongId.nullable(),
  board_owner: BoardOwner,
  parent_pin_id: LongId.nullable().meta({ description: 'Id of the Pin that this one is a copy of.' }),
  creative_type: z.enum(pinTypes),
  is_owner: z.boolean(),
  is_standard: z.boolean(),
  media: PinMedia,
  ai_disclosures: AiDisclosures.optional(),
})

/** A Pin in a response. */
export const Pin = StoredPin.extend({
  has_been_promoted: z.boolean().meta({ description: 'Whether an ad of the Pin was ever created.' }),
  is_product: z.boolean().meta({ description: 'Whether it is the product Pin of an item of a catalog.' }),
  is_removable: z.boolean(),
  product_tags: z
    .array(z.object({ pin_id: LongId }))
    .meta({ description: 'Product Pins that the Pin is tagged with.' }),
  pin_metrics: z
    .object({ '90d': metric, lifetime_metrics: metric })
    .nullable()
    .meta({ description: 'Present where pin_metrics was requested. All figures are 0.' }),
}).meta({ id: 'Pin', description: 'A Pin: an image or a video with texts and a link.' })

/** The request body of a creation. */
export const PinCreate = z
  .object({
    ...content,
    ai_disclosures: AiDisclosures.nullish(),
    dominant_color: undocumentedText(longest.color)
      .nullish()
      .meta({ description: 'Color in hexadecimal: #6E7874, for example.' }),
    media_source: PinMediaSource.nullish(),
    parent_pin_id: LongId.nullish().meta({ description: 'Id of a Pin to copy. Alternative to media_source.' }),
    sponsor_id: LongId.nullish().meta({ description: 'Closed beta on Pinterest. Accepted without effect.' }),
  })
  .meta({
    id: 'PinCreate',
    description: 'Request to create a Pin.',
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
      .meta({ description: 'New AI disclosures, which replace the stored ones. An empty list or null removes them.' }),
    carousel_slots: z
      .array(z.object(slot))
      .nullish()
      .meta({ description: 'Changes to the images of a carousel, in order.' }),
  })
  .meta({ id: 'PinUpdate', description: 'Request to update a Pin.', example: { title: 'A walk in summer' } })

/** The request body of saving a Pin: the board and the section. */
export const PinSave = z
  .object({ board_id: content.board_id, board_section_id: content.board_section_id })
  .meta({ id: 'PinSave', description: 'Request to save a Pin.', example: { board_id: idOf(boardIdRange, 2) } })

/** The query parameters of responses with one Pin. */
export const pinQuery = {
  pin_metrics: QueryBoolean.meta({
    description: 'Whether pin_metrics is filled. All figures are 0.',
    'x-default': false,
  }),
  ...actorQuery,
}

/** The path parameters of a Pin. */
export const PinPath = z.object({ pin_id: LongId })

/** The path parameters of the Pin to save: any text, which is documented for this operation alone. */
export const SavedPinPath = z.object({ pin_id: z.string() })

export type AiDisclosures = z.output<typeof AiDisclosures>
export type StoredPin = z.output<typeof StoredPin>
export type PinCreate = z.output<typeof PinCreate>
export type PinUpdate = z.output<typeof PinUpdate>
export type PinSave = z.output<typeof PinSave>
