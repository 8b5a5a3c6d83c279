import { z } from 'zod'
import { idOf } from '#server/domain/ids.ts'
import { pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import { AdAccountPath, LongId, LongText } from '#server/http/schema/fields.ts'
import { leadFormIdRange } from '../lead-forms/resource.ts'

const webhook_url = LongText.meta({ description: 'URL that leads are sent to: HTTPS, or HTTP on this machine.' })

/** The request body of a creation. */
export const LeadSubscriptionCreate = z
  .object({
    webhook_url,
    lead_form_id: LongId.nullish().meta({ description: 'Lead form whose leads are sent. Absent: all lead forms.' }),
    partner_access_token: LongText.optional().meta({ description: 'Accepted without effect.' }),
    partner_refresh_token: LongText.optional().meta({ description: 'Accepted without effect.' }),
    partner_metadata: z
      .object({ subscriber_key: LongText.optional() })
      .optional()
      .meta({ description: 'Accepted without effect.' }),
  })
  .meta({
    id: 'LeadSubscriptionCreate',
    description: 'Request to subscribe to leads.',
    example: { webhook_url: 'http://127.0.0.1:9/leads', lead_form_id: idOf(leadFormIdRange, 1) },
  })
export type LeadSubscriptionCreate = z.output<typeof LeadSubscriptionCreate>

/** A subscription in a response. */
export const LeadSubscription = z
  .object({
    id: LongId,
    cryptographic_key: z.string().meta({ description: 'Key of 32 bytes in base64, to decrypt leads with.' }),
    cryptographic_algorithm: z.literal('AES-256-GCM'),
    created_time: z.int().meta({ description: 'Unix time in milliseconds.' }),
    user_account_id: LongId.meta({ description: 'User who subscribed.' }),
    ad_account_id: LongId,
    webhook_url: z.string(),
    lead_form_id: LongId.nullable(),
    api_version: z.string().meta({ description: '"v5" in the response to a creation, "5.11.1" otherwise.' }),
  })
  .meta({ id: 'LeadSubscription', description: 'A subscription to leads.' })
export type LeadSubscription = z.output<typeof LeadSubscription>

/** The query parameters of a list. */
export const LeadSubscriptionListQuery = z.object(pageQuery)

/** The response of a list. */
export const LeadSubscriptionPage = pageOf(LeadSubscription).meta({ id: 'LeadSubscriptionPage' })

/** The parameters of the path of a subscription. */
export const LeadSubscriptionPath = AdAccountPath.extend({
  subscription_id: z.string().regex(/^\d+$/),
})
