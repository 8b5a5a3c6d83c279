import { z } from 'zod'
import { pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import { actorQuery, LongId, LongText } from '#server/http/schema/fields.ts'
import { queryInteger } from '#server/http/schema/query-fields.ts'
import { Pin } from '../pins/schema.ts'

const words = 'Words that all have to be in the texts, ignoring case; or ids, with commas between them.'
const { bookmark } = pageQuery

/** The query parameters of a search for the user's Pins. */
export const PinSearchQuery = z.object({
  query: LongText.meta({ description: words, example: 'walk' }),
  ...actorQuery,
  bookmark,
})

/** The query parameters of a search for the user's boards. */
export const BoardSearchQuery = z.object({
  query: LongText.optional().meta({ description: `${words} Absent: every board.` }),
  ...actorQuery,
  ...pageQuery,
})

/** The query parameters of a search for everybody's public Pins. */
export const PartnerPinSearchQuery = z.object({
  term: LongText.meta({ description: words, example: 'walk' }),
  country_code: LongText.meta({
    description: 'Country of two letters. Pins have none: it narrows nothing.',
    example: 'US',
  }),
  locale: LongText.optional().meta({ description: 'Has no effect.' }),
  limit: queryInteger('limit', { min: 1, max: 50, otherwise: 10 }).meta({
    description: 'Maximum number of items in the page.',
  }),
  bookmark,
})

/** A Pin in a search for everybody's public Pins. */
export const SummaryPin = z
  .object({
    id: LongId,
    link: z.string().nullable(),
    title: z.string().nullable(),
    description: z.string().nullable(),
    alt_text: z.string().nullable(),
    media: Pin.shape.media,
  })
  .meta({ id: 'SummaryPin', description: 'A Pin with what a search shows of it.' })

/** The response of a search for everybody's public Pins. */
export const SummaryPinPage = pageOf(SummaryPin).meta({ id: 'SummaryPinPage' })
