import { routesFor } from '#server/collections/routes-for.ts'
import { nameRules, sendJson } from '#server/http/responses/replies.ts'
import { AdAccountPath } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { adAccountOwner } from '../ad-accounts/owner.ts'
import { requireAdAccount } from '../ad-accounts/service.ts'
import { adsCreditTable } from './repository.ts'
import { DiscountPage, DiscountQuery, RedeemBody, RedeemReply } from './schema.ts'
import { discountText, redeem } from './service.ts'

const discounts = routesFor({ owner: adAccountOwner, table: adsCreditTable, text: () => discountText })

/** Adds the operations on ads credits. */
export function adsCreditRoutes(app: Operations): void {
  app.operation('ads_credits_discounts/get', {
    summary: 'List ads credit discounts',
    description: 'Returns a page of the discounts that the ad account has redeemed.',
    ...discounts.list(DiscountQuery, DiscountPage),
  })

  app.operation('ads_credit/redeem', {
    summary: 'Redeem ads credit',
    description: 'Redeems an offer for the ad account, or checks whether it can be. A refusal is a 200 with its code.',
    schema: { params: AdAccountPath, body: RedeemBody, response: { 200: RedeemReply } },
    handler: ({ params, body, world }, reply) => {
      const account = requireAdAccount(world, params.ad_account_id)
      const violations = world.write(() => redeem(world, account, body))
      nameRules(reply, violations)
      const [first] = violations
      const error = { errorCode: first?.code ?? null, errorMessage: first?.message ?? null }
      return sendJson(reply, JSON.stringify({ success: first === undefined, ...error }))
    },
  })
}
