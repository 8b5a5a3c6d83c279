import { z } from 'zod'
import { creativeTypes } from '#server/domain/ads/creatives.ts'
import { pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import { actorQuery } from '#server/http/schema/fields.ts'
import { listOf, QueryBoolean } from '#server/http/schema/query-fields.ts'
import { pinTypes } from './repository.ts'
import { Pin, pinQuery } from './schema.ts'

const creative_types = listOf(z.enum(creativeTypes)).meta({
  description: `Returns only Pins of these types. This mock has ${pinTypes.join(', ')}.`,
})

/** The query parameters of the list of a user's Pins. */
export const PinListQuery = z.object({
  pin_filter: z
    .enum(['exclude_native', 'exclude_repins', 'has_been_promoted'])
    .optional()
    .meta({ description: 'Excludes created Pins, excludes saved Pins, or returns only promoted Pins.' }),
  include_protected_pins: QueryBoolean.meta({
    description: 'Whether Pins on PROTECTED boards are included.',
    'x-default': false,
  }),
  pin_type: z.enum(['PRIVATE']).optional().meta({ description: 'PRIVATE returns only Pins on SECRET boards.' }),
  creative_types,
  domain: z
    .string()
    .optional()
    .meta({ description: 'Returns only Pins whose link has exactly this domain, ignoring a leading www.' }),
  domains: listOf(z.string(), { min: 1, max: 100 }).meta({
    description: 'Returns only Pins whose link has one of these domains.',
  }),
  include_product_tag_obj: QueryBoolean.meta({ description: 'Has no effect: product tags are always included.' }),
  ...pinQuery,
  ...pageQuery,
})

/** The query parameters of the list of a board's Pins. */
export const BoardPinsQuery = z.object({ creative_types, ...pinQuery, ...pageQuery })

/** The query parameters of the list of a section's Pins. */
export const SectionPinsQuery = z.object({ ...actorQuery, ...pageQuery })

/** The response of the lists of Pins. */
export const PinPage = pageOf(Pin).meta({ id: 'PinPage' })
