import { sendJson } from '#server/http/responses/replies.ts'
import { AdAccountPath } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { requireAdAccount } from '#server/resources/accounts/ad-accounts/service.ts'
import { sentEvents } from '../conversion-events/repository.ts'
import { scoresOf } from './compute.ts'
import { ConversionEqs, ConversionEqsQuery } from './schema.ts'

const daySeconds = 86_400

/** Adds the operation on event quality scores. */
export function conversionEqsRoutes(app: Operations): void {
  app.operation('conversion_eqs/list', {
    summary: 'List event quality scores',
    description:
      'Returns how much the conversion events of the last day or 14 days say, by platform, part and name. Limits of the status are assumed.',
    schema: { params: AdAccountPath, querystring: ConversionEqsQuery, response: { 200: ConversionEqs } },
    handler: ({ params, query, world }, reply) => {
      const { id } = requireAdAccount(world, params.ad_account_id)
      const now = world.clock.seconds()
      const since = now - Number.parseInt(query.lookback_period, 10) * daySeconds
      return sendJson(reply, JSON.stringify(scoresOf(sentEvents(world.db, id, since, now), query)))
    },
  })
}
