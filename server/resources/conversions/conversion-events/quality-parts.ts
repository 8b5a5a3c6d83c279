import type { ConversionEvent } from './schema.ts'

/** What the quality of events is judged by, and how an event has it. The names are those of event quality scores. */
const parts: Readonly<Record<string, (event: ConversionEvent) => unknown>> = {
  advertiser_external_id: ({ user_data }) => user_data.external_id?.length,
  click_id_epik: ({ user_data }) => user_data.click_id,
  external_event_id: ({ event_id }) => event_id,
  hashed_email: ({ user_data }) => user_data.em?.length,
  hashed_maid: ({ user_data }) => user_data.hashed_maids?.length,
  ip_address: ({ user_data }) => user_data.client_ip_address,
  order_id: ({ custom_data }) => custom_data?.order_id,
  order_value: ({ custom_data }) => custom_data?.value,
  product_id: ({ custom_data }) => custom_data?.content_ids?.length,
  source_url: ({ event_source_url }) => event_source_url,
  user_agent: ({ user_data }) => user_data.client_user_agent,
}

/** The names of all parts. */
export const qualityParts: readonly string[] = Object.keys(parts)

/** Returns the names of the parts that an event has. */
export const qualityPartsOf = (event: ConversionEvent): readonly string[] =>
  qualityParts.filter((name) => parts[name]?.(event))
