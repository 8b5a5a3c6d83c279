import { sendJson } from '#server/http/responses/replies.ts'
import { AdAccountPath } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { requireAdAccount } from '#server/resources/accounts/ad-accounts/service.ts'
import { assertActsFor } from '#server/resources/business-access/businesses/permitted.ts'
import { BusinessPath } from '#server/resources/business-access/businesses/schema.ts'
import type { World } from '#server/worlds/world.ts'
import { AdAccountShare, AdAccountShareReply, BusinessShare, BusinessShareReply } from './schema.ts'
import { type Sharing, share } from './service.ts'

/** Adds the operations that share audiences. */
export function shareRoutes(app: Operations): void {
  app.operation('update_ad_account_to_ad_account_shared_audience', {
    summary: 'Share an audience of an ad account with ad accounts',
    description: 'Shares an audience with ad accounts in the same business hierarchy, or ends it.',
    schema: { params: AdAccountPath, body: AdAccountShare, response: { 200: AdAccountShareReply } },
    handler: ({ params, body, world }, reply) => {
      const sharer = requireAdAccount(world, params.ad_account_id).id
      const operation = 'update_ad_account_to_ad_account_shared_audience'
      return sendJson(reply, withAdAccounts(world, { ...body, operation, sharer }))
    },
  })

  app.operation('update_ad_account_to_business_shared_audience', {
    summary: 'Share an audience of an ad account with businesses',
    description: 'Shares an audience with businesses in the same business hierarchy, or ends it.',
    schema: { params: AdAccountPath, body: BusinessShare, response: { 200: BusinessShareReply } },
    handler: ({ params, body, world }, reply) => {
      const sharer = requireAdAccount(world, params.ad_account_id).id
      const operation = 'update_ad_account_to_business_shared_audience'
      return sendJson(reply, withBusinesses(world, { ...body, operation, sharer }))
    },
  })

  app.operation('update_business_to_ad_account_shared_audience', {
    summary: 'Share an audience of a business with ad accounts',
    description: 'Shares an audience that the business owns or has received with ad accounts, or ends it.',
    schema: { params: BusinessPath, body: AdAccountShare, response: { 200: AdAccountShareReply } },
    handler: (request, reply) => {
      const { params, body, world } = request
      assertActsFor(request, params.business_id)
      const operation = 'update_business_to_ad_account_shared_audience'
      return sendJson(reply, withAdAccounts(world, { ...body, operation, sharer: params.business_id }))
    },
  })

  app.operation('update_business_to_business_shared_audience', {
    summary: 'Share an audience of a business with businesses',
    description: 'Shares an audience that the business owns with businesses in its hierarchy, or ends it.',
    schema: { params: BusinessPath, body: BusinessShare, response: { 200: BusinessShareReply } },
    handler: (request, reply) => {
      const { params, body, world } = request
      assertActsFor(request, params.business_id)
      const operation = 'update_business_to_business_shared_audience'
      return sendJson(reply, withBusinesses(world, { ...body, operation, sharer: params.business_id }))
    },
  })
}

type Sharer = Omit<Sharing, 'recipient_type' | 'recipients'>

function withAdAccounts(
  world: World,
  { recipient_account_ids, ...sharer }: Sharer & { readonly recipient_account_ids: readonly string[] },
): string {
  const sharing = { ...sharer, recipient_type: 'AD_ACCOUNT', recipients: recipient_account_ids } as const
  const permissions = world.write(() => share(world, sharing))
  return JSON.stringify({ audience_id: sharer.audience_id, permissions, recipient_account_ids })
}

function withBusinesses(
  world: World,
  { recipient_business_ids, ...sharer }: Sharer & { readonly recipient_business_ids: readonly string[] },
): string {
  const sharing = { ...sharer, recipient_type: 'BUSINESS_ACCOUNT', recipients: recipient_business_ids } as const
  const permissions = world.write(() => share(world, sharing))
  return JSON.stringify({ audience_id: sharer.audience_id, permissions, recipient_business_ids })
}
