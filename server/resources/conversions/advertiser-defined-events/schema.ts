import { z } from 'zod'
import { LongText } from '#server/http/schema/fields.ts'
import { requiredListOf } from '#server/http/schema/query-fields.ts'

// biome-ignore format: a table
const mappedTypes = [
  'SIGNUP', 'ADD_TO_CART', 'LEAD', 'CHECKOUT', 'SUBSCRIBE', 'ADD_TO_WISHLIST', 'ADD_PAYMENT_INFO',
  'INITIATE_CHECKOUT', 'CONTACT', 'CUSTOMIZE_PRODUCT', 'FIND_LOCATION', 'SCHEDULE', 'SUBMIT_APPLICATION',
  'START_TRIAL', 'PAGE_VISIT', 'VIEW_CATEGORY', 'VIEW_CONTENT', 'SEARCH', 'WATCH_VIDEO',
] as const

/** One event in a request. */
export const DefinedEventItem = z
  .object({
    name: LongText.meta({
      description: 'Name of the event as conversions are sent with it.',
      example: 'wishlist_share',
    }),
    mapped_conversion_type: z
      .enum(mappedTypes)
      .meta({ description: 'Standard type that the event counts as.', example: 'LEAD' }),
  })
  .meta({ id: 'AdvertiserDefinedEventItem', description: 'An event, and the standard type that it counts as.' })
export type DefinedEventItem = z.output<typeof DefinedEventItem>

const bodyOf = (id: string, description: string, name: string) =>
  z
    .object({ items: z.array(DefinedEventItem).min(1) })
    .meta({ id, description, example: { items: [{ name, mapped_conversion_type: 'LEAD' }] } })

/** The request body of a creation. */
export const DefinedEventsCreate = bodyOf('AdvertiserDefinedEventsCreate', 'Request to define events.', 'quiz_done')

/** The request body of an update. */
export const DefinedEventsUpdate = bodyOf(
  'AdvertiserDefinedEventsUpdate',
  'Request to change the types of events.',
  'wishlist_share',
)

/** The response of a list, without pagination (observed). */
export const DefinedEvents = z
  .object({
    items: z.array(
      z.object({ name: z.string(), mapped_conversion_type: z.enum(mappedTypes) }).meta({
        id: 'AdvertiserDefinedEvent',
        description: 'An event of the advertiser.',
      }),
    ),
  })
  .meta({ id: 'AdvertiserDefinedEvents', description: "The ad account's events, in the order of their creation." })

/** The response to a creation, an update or a deletion: a result for each event. */
export const DefinedEventResults = z
  .object({
    items: z.array(
      z.object({
        name: z.string(),
        status: z.string().meta({ description: 'success or failure.' }),
        exceptions: z.array(z.string()).optional(),
      }),
    ),
  })
  .meta({ id: 'AdvertiserDefinedEventResults', description: 'A result for each event, in request order.' })

/** The query parameters of a deletion. */
export const DefinedEventsQuery = z.object({
  event_names: requiredListOf(z.string(), { min: 1 }).meta({
    description: 'Names of the events, separated by commas.',
    example: ['wishlist_share'],
  }),
})
