import { bidFloor } from '#server/domain/reference/bid-floors.ts'
import { sendJson } from '#server/http/responses/replies.ts'
import { AdAccountPath } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { requireAdAccount } from '#server/resources/accounts/ad-accounts/service.ts'
import { AudienceSize, AudienceSizingRequest, BidFloorRequest, BidFloors } from './schema.ts'
import { audienceSizeText } from './serialize.ts'

/** Adds the operations that estimate the cost and reach of an ad group. */
export function adGroupEstimateRoutes(app: Operations): void {
  app.operation('ad_groups_bid_floor/get', {
    summary: 'Get bid floors',
    description: "Returns the minimum bid for each spec, in request order and the spec's currency, from a fixed table.",
    schema: { params: AdAccountPath, body: BidFloorRequest, response: { 200: BidFloors } },
    handler: ({ params, body, world }, reply) => {
      requireAdAccount(world, params.ad_account_id)
      const bid_floors = body.bid_floor_specs.map(({ billable_event, currency }) => bidFloor(billable_event, currency))
      return sendJson(reply, JSON.stringify({ bid_floors, type: 'bidfloor' }))
    },
  })

  app.operation('ad_groups/audience_sizing', {
    summary: 'Estimate an audience',
    description:
      'Returns the number of people that targeting may reach. The estimate is computed from the request alone; narrower targeting gives smaller numbers.',
    schema: { params: AdAccountPath, body: AudienceSizingRequest, response: { 200: AudienceSize } },
    handler: ({ params, body, world }, reply) => {
      requireAdAccount(world, params.ad_account_id)
      return sendJson(reply, audienceSizeText(body))
    },
  })
}
