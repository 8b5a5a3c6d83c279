import { fieldEdits } from '#server/contracts/field-edits.ts'
import { LongText } from '#server/http/schema/fields.ts'
import { leadSubscriptionTable } from './repository.ts'
import { LeadSubscription } from './schema.ts'

/** Direct edits of subscriptions to leads: the webhook, also to one that the API refuses, and the creation time. */
export const leadSubscriptionKind = fieldEdits('lead_subscriptions', leadSubscriptionTable, {
  fields: { webhook_url: LongText, created_time: LeadSubscription.shape.created_time },
})
