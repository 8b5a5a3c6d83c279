import { z } from 'zod'
import { Order, pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import { AdAccountPath, Id, text } from '#server/http/schema/fields.ts'
import { QueryBoolean } from '#server/http/schema/query-fields.ts'

/** ACTIVE: in use. ARCHIVED: deleted, which a seed or a direct edit can do and the API cannot. */
export const tagStatuses = ['ACTIVE', 'ARCHIVED'] as const
/** One of `tagStatuses`. */
export type TagStatus = (typeof tagStatuses)[number]

const configuration = {
  aem_enabled: z.boolean().meta({ description: 'Enhanced match by email.' }),
  aem_fnln_enabled: z.boolean().meta({ description: 'Enhanced match by name.' }),
  aem_ph_enabled: z.boolean().meta({ description: 'Enhanced match by phone number.' }),
  aem_ge_enabled: z.boolean().meta({ description: 'Enhanced match by gender.' }),
  aem_db_enabled: z.boolean().meta({ description: 'Enhanced match by date of birth.' }),
  aem_loc_enabled: z.boolean().meta({ description: 'Enhanced match by location.' }),
  aem_external_id_enabled: z.boolean().meta({ description: "Enhanced match by the advertiser's own id." }),
  md_frequency: z.number().meta({ description: 'Frequency of metadata ingestion.' }),
}
const Configuration = z.object(configuration)

/** The request body of a creation. */
export const ConversionTagCreate = z
  .object({
    name: text(255).meta({ description: 'Tag name.', example: 'Checkout' }),
    aem_enabled: configuration.aem_enabled.nullish(),
    aem_fnln_enabled: configuration.aem_fnln_enabled.nullish(),
    aem_ph_enabled: configuration.aem_ph_enabled.nullish(),
    aem_ge_enabled: configuration.aem_ge_enabled.nullish(),
    aem_db_enabled: configuration.aem_db_enabled.nullish(),
    aem_loc_enabled: configuration.aem_loc_enabled.nullish(),
    aem_external_id_enabled: configuration.aem_external_id_enabled.nullish(),
    md_frequency: configuration.md_frequency.nullish(),
  })
  .meta({
    id: 'ConversionTagCreate',
    description: 'Request to create a conversion tag.',
    example: { name: 'Checkout' },
  })

/** A conversion tag in a response. */
export const ConversionTag = z
  .object({
    ad_account_id: Id,
    code_snippet: z.string().meta({ description: 'Script for web pages. In this mock it reports nothing.' }),
    id: Id,
    name: z.string(),
    status: z.enum(tagStatuses),
    version: z.string(),
    configs: Configuration,
  })
  .meta({ id: 'ConversionTag', description: 'A conversion tag. On a website it reports visits and purchases.' })

/** The query parameters of a list. */
export const ConversionTagListQuery = z.object({
  filter_deleted: QueryBoolean.meta({ description: 'Whether deleted tags are excluded.', 'x-default': false }),
})

/** The response of a list: all tags, without pages. */
export const ConversionTagList = z
  .object({ items: z.array(ConversionTag) })
  .meta({ id: 'ConversionTagList', description: 'All conversion tags of the ad account.' })

/** The path parameters of a conversion tag. */
export const ConversionTagPath = AdAccountPath.extend({
  conversion_tag_id: Id,
})

const conversionEvents = [
  'PAGE_LOAD',
  'UNKNOWN',
  'INITIALIZED',
  'PAGE_VISIT',
  'SIGNUP',
  'CHECKOUT',
  'CUSTOM',
  'VIEW_CATEGORY',
  'SEARCH',
  'ADD_TO_CART',
  'WATCH_VIDEO',
  'LEAD',
  'APP_INSTALL',
  'WEB_SESSION',
  'EXTERNAL_MEASUREMENT',
] as const

/** Event types of version 5.28, which only bid optimization has. */
const newerEvents = [
  'ADD_PAYMENT_INFO',
  'ADD_TO_WISHLIST',
  'ADVERTISER_DEFINED_EVENT',
  'APP_OPEN',
  'CONTACT',
  'CUSTOMIZE_PRODUCT',
  'FIND_LOCATION',
  'INITIATE_CHECKOUT',
  'SCHEDULE',
  'START_TRIAL',
  'SUBMIT_APPLICATION',
  'SUBSCRIBE',
  'VIEW_CONTENT',
] as const

const FiredEvent = z
  .object({
    ad_account_id: Id,
    conversion_event: z.enum(conversionEvents),
    conversion_tag_id: Id,
    created_time: z.int(),
  })
  .meta({ id: 'ConversionTagEvent', description: 'Event that a conversion tag fired.' })

const EligibleEvent = FiredEvent.extend({ conversion_event: z.enum([...conversionEvents, ...newerEvents]) }).meta({
  id: 'OcpmEligibleEvent',
  description: 'Event of a conversion tag, available for bid optimization.',
})

/** The query parameters of a list of page visits. */
export const PageVisitQuery = z.object({ order: Order, ...pageQuery })

/** The response of a list of page visits. */
export const PageVisitPage = pageOf(FiredEvent).meta({ id: 'PageVisitPage' })

/** The response with the events for which bids can be optimized, by tag. */
export const OcpmEligible = z
  .record(z.string(), z.array(EligibleEvent))
  .meta({ id: 'OcpmEligibleConversionTags', description: 'Events available for bid optimization, by tag.' })

export type ConversionTagCreate = z.output<typeof ConversionTagCreate>
export type ConversionTag = z.output<typeof ConversionTag>
