import { z } from 'zod'
import { pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import { LongId, LongText } from '#server/http/schema/fields.ts'

const expiry = z.number().nullish().meta({ description: 'Time in milliseconds since 1970.' })

/** What a creation and an update take. */
const common = {
  connected_merchant_id: LongText.nullish(),
  connected_advertiser_id: LongText.nullish().meta({
    description: 'Ad account that the shop advertises with, by its id.',
  }),
  connected_lba_id: LongText.nullish().meta({ description: 'ID of a linked business account.' }),
  connected_tag_id: LongText.nullish().meta({ description: 'Conversion tag on the pages of the shop, by its id.' }),
  partner_access_token: LongText.nullish(),
  partner_refresh_token: LongText.nullish(),
  partner_primary_email: LongText.nullish(),
  partner_access_token_expiry: expiry,
  partner_refresh_token_expiry: expiry,
  scopes: LongText.nullish().meta({ description: 'Scopes of the partner token, with commas between them.' }),
  additional_id_1: LongText.nullish(),
  partner_metadata: LongText.nullish().meta({ description: 'Text of the partner, often JSON.' }),
}

/** The request body of a creation. */
export const IntegrationCreate = z
  .object({
    external_business_id: LongText.nullish().meta({ description: "The partner's own id of the business." }),
    ...common,
  })
  .meta({
    id: 'IntegrationCreate',
    description: 'Request to connect a business of another platform.',
    example: { external_business_id: 'woo-shop.example.com-2', connected_merchant_id: '1445572885401' },
  })

/** The request body of an update. */
export const IntegrationUpdate = z.object(common).meta({
  id: 'IntegrationUpdate',
  description: 'Request to update an integration.',
  example: { connected_tag_id: '2612500000042' },
})

/** An integration in the responses of commerce integrations: without tokens, and without what it has not. */
export const CommerceIntegration = z
  .object({
    id: LongId,
    external_business_id: z.string().optional(),
    connected_merchant_id: z.string().optional(),
    connected_user_id: z.string(),
    connected_advertiser_id: z.string().optional(),
    connected_lba_id: z.string().optional(),
    connected_tag_id: z.string().optional(),
    partner_access_token_expiry: z.number().optional(),
    partner_refresh_token_expiry: z.number().optional(),
    scopes: z.string().optional(),
    created_timestamp: z.number().meta({ description: 'Time in milliseconds since 1970.' }),
    updated_timestamp: z.number().meta({ description: 'Time in milliseconds since 1970.' }),
    additional_id_1: z.string().optional(),
    partner_metadata: z.string().optional(),
  })
  .meta({ id: 'IntegrationMetadata', description: 'A connected business.' })

/** An integration as it is stored, and as lists have it. */
export const IntegrationRecord = z
  .object({
    id: LongId,
    external_business_id: z.string().nullable(),
    connected_merchant_id: z.string().nullable(),
    connected_user_id: z.string(),
    connected_advertiser_id: z.string().nullable(),
    connected_lba_id: z.string().nullable(),
    connected_tag_id: z.string().nullable(),
    partner_access_token: z.string().nullable(),
    partner_refresh_token: z.string().nullable(),
    partner_primary_email: z.string().nullable(),
    partner_access_token_expiry: z.number().nullable(),
    partner_refresh_token_expiry: z.number().nullable(),
    scopes: z.string().nullable(),
    partner_metadata: z.string().nullable(),
    additional_id_1: z.string().nullable(),
    created_time: z.int().meta({ description: 'Time in milliseconds since 1970.' }),
    updated_time: z.int().meta({ description: 'Time in milliseconds since 1970.' }),
  })
  .meta({ id: 'IntegrationRecord', description: 'A connected business with all that is stored of it.' })

/** The query parameters of a list. */
export const IntegrationListQuery = z.object(pageQuery)

/** The response of a list. */
export const IntegrationPage = pageOf(IntegrationRecord).meta({ id: 'IntegrationPage' })

/** The path parameters of an integration. */
export const IntegrationPath = z.object({
  id: LongId.meta({ description: 'Id of the integration, which the id of the external business is not.' }),
})

/** The path parameters of a commerce integration. */
export const CommercePath = z.object({
  external_business_id: LongText.meta({ description: "The partner's own id of the business." }),
})

export type IntegrationCreate = z.output<typeof IntegrationCreate>
export type IntegrationUpdate = z.output<typeof IntegrationUpdate>
export type CommerceIntegration = z.output<typeof CommerceIntegration>
export type IntegrationRecord = z.output<typeof IntegrationRecord>
