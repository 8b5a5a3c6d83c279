import { routesFor } from '#server/collections/routes-for.ts'
import { sendJson } from '#server/http/responses/replies.ts'
import { AdAccountPath } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { adAccountOwner } from '#server/resources/accounts/ad-accounts/owner.ts'
import { requireAdAccount } from '#server/resources/accounts/ad-accounts/service.ts'
import { leadSubscriptionTable } from './repository.ts'
import { leadSubscriptionErrors } from './resource.ts'
import {
  LeadSubscription,
  LeadSubscriptionCreate,
  LeadSubscriptionListQuery,
  LeadSubscriptionPage,
  LeadSubscriptionPath,
} from './schema.ts'
import { createdText, createLeadSubscription, removeLeadSubscription } from './service.ts'

const subscriptions = routesFor({ owner: adAccountOwner, table: leadSubscriptionTable })
const subscription = subscriptions.entity(LeadSubscriptionPath, leadSubscriptionErrors['lead_subscription.path'])

/** Adds the operations on subscriptions to leads. */
export function leadSubscriptionRoutes(app: Operations): void {
  app.operation('ad_accounts_subscriptions/get_list', {
    summary: 'List lead subscriptions',
    description:
      "Returns a page of the ad account's subscriptions to leads, ordered by id. For owners and admins only.",
    ...subscriptions.list(LeadSubscriptionListQuery, LeadSubscriptionPage),
  })

  app.operation('ad_accounts_subscriptions/post', {
    summary: 'Subscribe to leads',
    description:
      'Creates a webhook to which leads are sent, encrypted with its key. One for each lead form, and one for all of them.',
    schema: { params: AdAccountPath, body: LeadSubscriptionCreate, response: { 200: LeadSubscription } },
    handler: ({ params, body, world, caller }, reply) => {
      const account = requireAdAccount(world, params.ad_account_id)
      const row = world.write(() => createLeadSubscription(world, account, body, caller.userId))
      return sendJson(reply, createdText(row))
    },
  })

  app.operation('ad_accounts_subscriptions/get_by_id', {
    summary: 'Get a lead subscription',
    description: 'Returns one subscription of the ad account. For owners and admins only.',
    ...subscription.get(LeadSubscription),
  })

  app.operation('ad_accounts_subscriptions/del_by_id', {
    summary: 'Delete a lead subscription',
    description: 'Deletes a subscription. Leads are no longer sent to its webhook.',
    ...subscription.remove(removeLeadSubscription),
  })
}
