import { sendJson } from '#server/http/responses/replies.ts'
import { AdAccountPath } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { requireAdAccount } from '#server/resources/accounts/ad-accounts/service.ts'
import { estimateOf } from './compute.ts'
import { deliveryEstimateRules } from './rules.ts'
import { DeliveryEstimate, DeliveryEstimateRequest } from './schema.ts'

/** Adds the operation that estimates the delivery of a campaign. */
export function deliveryEstimateRoutes(app: Operations): void {
  app.operation('get_campaign_delivery_estimates', {
    summary: 'Estimate the delivery of a campaign',
    description:
      'Returns what a campaign would deliver, at its budget and at others. The figures are invented, computed from the request alone.',
    schema: { params: AdAccountPath, body: DeliveryEstimateRequest, response: { 200: DeliveryEstimate } },
    handler: ({ params, body: [campaign], world }, reply) => {
      requireAdAccount(world, params.ad_account_id)
      if (campaign === undefined) throw new Error('The schema lets no empty list pass')
      world.rules.assert(deliveryEstimateRules, campaign)
      return sendJson(reply, JSON.stringify(estimateOf(campaign)))
    },
  })
}
