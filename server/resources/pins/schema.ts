import { z } from 'zod'
import { creativeTypes } from '../../domain/creatives.ts'
import { idOf } from '../../domain/ids.ts'
import { actorQuery, Id, listOf, QueryBoolean, quietText, text } from '../../http/fields.ts'
import { pageOf, pageQuery } from '../../http/page.ts'
import { BoardOwner } from '../boards/schema.ts'
import { longest, PinMedia, PinMediaSource, slot } from './media-schema.ts'
import { pinTypes } from './repository.ts'

const content = {
  title: text(longest.title).nullish(),
  description: text(longest.description).nullish(),
  link: text(longest.link).nullish().meta({ description: 'Where a click leads.' }),
  alt_text: text(longest.alt_text).nullish().meta({ description: 'The image in words.' }),
  board_id: Id.nullish(),
  board_section_id: Id.nullish().meta({ description: 'A section of that board.' }),
}

const metric = z.record(z.string(), z.int())

/** A Pin as it is stored: what ads and requests decide is left out. */
export const StoredPin = z.object({
  id: Id,
  created_at: z.string().meta({ description: 'UTC, without a zone.' }),
  title: z.string().nullable(),
  description: z.string().nullable(),
  link: z.string().nullable(),
  alt_text: z.string().nullable(),
  dominant_color: z.string().nullable(),
  board_id: Id.optional().meta({ description: "Absent for a Pin on the user's profile." }),
  board_section_id: Id.nullable(),
  board_owner: BoardOwner,
  parent_pin_id: Id.nullable().meta({ description: 'The Pin that this one was saved from.' }),
  creative_type: z.enum(pinTypes),
  is_owner: z.boolean(),
  is_standard: z.boolean(),
  media: PinMedia,
})

/** A Pin as it is answered. */
export const Pin = StoredPin.extend({
  has_been_promoted: z.boolean().meta({ description: 'Whether an ad was ever made of it.' }),
  pin_metrics: z
    .object({ '90d': metric, lifetime_metrics: metric })
    .nullable()
    .meta({ description: 'Only when asked for; nobody sees Pins here, so all are 0.' }),
}).meta({ id: 'Pin', description: 'An image or a video with words and a link, on a board.' })

/** What a creation takes. */
export const PinCreate = z
  .object({
    ...content,
    dominant_color: quietText(longest.color).nullish().meta({ description: 'Hexadecimal, as in #6E7874.' }),
    media_source: PinMediaSource.nullish(),
    parent_pin_id: Id.nullish().meta({ description: 'A Pin to save; its media stand for media_source.' }),
    sponsor_id: Id.nullish().meta({ description: 'Closed beta in the real service; without effect.' }),
  })
  .meta({
    id: 'PinCreate',
    description: 'A new Pin.',
    example: {
      board_id: idOf('board', 1),
      title: 'A walk in spring',
      link: 'https://example.com/walk',
      media_source: { source_type: 'image_url', url: 'https://example.com/walk.jpg' },
    },
  })

/** What an update takes. */
export const PinUpdate = z
  .object({
    ...content,
    carousel_slots: z
      .array(z.object(slot))
      .nullish()
      .meta({ description: 'What changes about the images of a carousel, in their order.' }),
  })
  .meta({ id: 'PinUpdate', description: 'What changes about a Pin.', example: { title: 'A walk in summer' } })

/** Where a Pin is saved. */
export const PinSave = z
  .object({ board_id: content.board_id, board_section_id: content.board_section_id })
  .meta({ id: 'PinSave', description: 'Where a Pin is saved.', example: { board_id: idOf('board', 2) } })

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
export const PinPath = z.object({ pin_id: Id.meta({ description: 'Pin ID.' }) })

/** A Pin as it is stored. */
export type StoredPin = z.output<typeof StoredPin>
/** What a creation took. */
export type PinCreate = z.output<typeof PinCreate>
/** What an update took. */
export type PinUpdate = z.output<typeof PinUpdate>
/** Where a Pin is saved. */
export type PinSave = z.output<typeof PinSave>
