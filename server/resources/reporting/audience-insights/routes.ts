import { sendJson } from '#server/http/responses/replies.ts'
import { AdAccountPath } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { requireAdAccount } from '#server/resources/accounts/ad-accounts/service.ts'
import { AudienceDefinitions, AudienceInsights, InsightsQuery } from './schema.ts'
import { definitionsOf, insightsOf } from './service.ts'

/** Adds the operations on audience insights. */
export function audienceInsightRoutes(app: Operations): void {
  app.operation('audience_insights/get', {
    summary: 'Get audience insights',
    description: 'Returns size and composition of the audience that ads reached in the last 30 days, or of all people.',
    schema: { params: AdAccountPath, querystring: InsightsQuery, response: { 200: AudienceInsights } },
    handler: async ({ world, params, query }, reply) => {
      const { id } = requireAdAccount(world, params.ad_account_id)
      return sendJson(reply, JSON.stringify(await insightsOf(world, id, query.audience_insight_type)))
    },
  })

  app.operation('audience_insights_scope_and_type/get', {
    summary: 'List audiences with insights',
    description: 'Returns the audiences that have insights. The day is null while ads have reached nobody.',
    schema: { params: AdAccountPath, response: { 200: AudienceDefinitions } },
    handler: async ({ world, params }, reply) => {
      const { id } = requireAdAccount(world, params.ad_account_id)
      return sendJson(reply, JSON.stringify({ items: await definitionsOf(world, id) }))
    },
  })
}
