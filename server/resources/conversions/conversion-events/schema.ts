import { z } from 'zod'
import { QueryBoolean } from '#server/http/schema/query-fields.ts'
import { DeviceInfo, EventAppInfo } from './device-schema.ts'
import { UserData } from './user-data.ts'

const words = z.string().nullish()

const Content = z.strictObject({
  id: words,
  item_brand: words,
  item_brand_id: z.string().max(64).nullish(),
  item_category: words,
  item_name: words,
  item_price: words,
  quantity: z.int().nullish(),
})

const CustomData = z.strictObject({
  content_brand: words,
  content_category: words,
  content_ids: z.array(z.string()).nullish(),
  content_name: words,
  contents: z.array(Content).nullish(),
  currency: words,
  external_measurement_id: words,
  external_measurement_vendor_id: z.int().nullish(),
  np: words,
  num_items: z.int().nullish(),
  opt_out_type: words,
  order_id: words,
  predicted_ltv: z
    .union([z.string(), z.number()], 'is not of type string or number')
    .nullish()
    .meta({ description: 'Number or text; the documentation leaves the type open.' }),
  search_string: words,
  value: words,
})

/** An event in a request. */
const ConversionEvent = z
  .strictObject({
    event_name: z.string().meta({ description: 'Event name: checkout, for example.' }),
    action_source: z.string().meta({ description: 'Source of the action: app_android, app_ios, web or offline.' }),
    event_time: z.int().meta({ description: "Unix time in seconds, within the last 450 days of the world's clock." }),
    event_id: z.string().meta({ description: 'Unique id of the event, for deduplication.' }),
    user_data: UserData,
    advertiser_tracking_enabled: z.boolean().nullish().meta({ description: 'Accepted here and in app_info.' }),
    app_id: words,
    app_info: EventAppInfo.nullish(),
    app_name: words,
    app_version: words,
    custom_data: CustomData.nullish(),
    device_brand: words,
    device_carrier: words,
    device_info: DeviceInfo.nullish(),
    device_model: words,
    device_type: words,
    event_source_url: words,
    language: words,
    opt_out: z.boolean().nullish(),
    os_version: words,
    partner_name: words,
    wifi: z.boolean().nullish(),
  })
  .meta({
    id: 'ConversionEvent',
    description: 'A conversion event: an action of a person, possibly after seeing an ad.',
  })

/** The request body of conversion events. */
export const ConversionEvents = z.strictObject({ data: z.array(ConversionEvent).min(1).max(1000) }).meta({
  id: 'ConversionEvents',
  description: '1 to 1,000 conversion events.',
  example: {
    data: [
      {
        event_name: 'checkout',
        action_source: 'web',
        event_time: 1_780_300_000,
        event_id: 'order-1',
        user_data: { em: ['973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b'] },
      },
    ],
  },
})

/** The query parameters of a request with events. */
export const EventsQuery = z.object({
  test: QueryBoolean.meta({ description: 'Whether the events are only validated and not stored.' }),
})

const counts = {
  num_events_processed: z.int(),
  num_events_received: z.int(),
  events: z.array(
    z.object({ status: z.enum(['processed', 'failed']), error_message: z.string(), warning_message: z.string() }),
  ),
}

/** The response when all events are processed. */
export const ConversionReply = z
  .object(counts)
  .meta({ id: 'ConversionReply', description: 'A result for each event, in request order.' })

/** The response when some events fail. */
export const ConversionRefusal = z
  .object({ code: z.int(), message: z.string(), details: ConversionReply })
  .meta({ id: 'ConversionRefusal', description: 'Some events were invalid. The details name them and the reasons.' })

export type ConversionEvent = z.output<typeof ConversionEvent>
export type ConversionReply = z.output<typeof ConversionReply>
