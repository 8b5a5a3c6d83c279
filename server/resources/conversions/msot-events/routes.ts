import { z } from 'zod'
import { json } from '#server/http/responses/replies.ts'
import { AdAccountPath } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { requireAdAccount } from '#server/resources/accounts/ad-accounts/service.ts'
import { storeMsotEvent } from './repository.ts'
import { msotEventRules } from './rules.ts'
import { MsotEvent } from './schema.ts'

/** Adds the operation on attributed events. */
export function msotEventRoutes(app: Operations): void {
  app.operation('msot_events/create', {
    summary: 'Send an attributed event',
    description:
      'Stores a conversion event that a measurement partner has attributed to an ad group. No report has it.',
    schema: {
      params: AdAccountPath,
      body: MsotEvent,
      response: { 200: z.undefined().meta({ description: 'Stored. Without a body.' }) },
    },
    handler: ({ params, body, world }, reply) => {
      const { id } = requireAdAccount(world, params.ad_account_id)
      const now = world.clock.seconds()
      world.rules.assert(msotEventRules, { event: body, now })
      world.write(() => storeMsotEvent(world.db, id, body, now))
      return reply.header('content-type', json).send()
    },
  })
}
