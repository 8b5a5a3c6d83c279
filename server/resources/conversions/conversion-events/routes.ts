import { itemFailure } from '#server/domain/faults/effect.ts'
import type { Violation } from '#server/domain/rules/rule.ts'
import { faultedItem } from '#server/http/responses/faulted-items.ts'
import { nameRules, sendJson } from '#server/http/responses/replies.ts'
import { AdAccountPath } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { requireAdAccount } from '#server/resources/accounts/ad-accounts/service.ts'
import { failedCode } from './rules.ts'
import { ConversionEvents, ConversionRefusal, ConversionReply, EventsQuery } from './schema.ts'
import { checkEvents, storeEvents } from './service.ts'

/** The real service's message when some events fail, verbatim: observed (SEG #2465). */
const failed = 'The action could not be processed properly due to some or all data provided being invalid.'

/** Adds the operation on conversion events. */
export function conversionEventRoutes(app: Operations): void {
  app.operation('events/create', {
    summary: 'Send conversion events',
    description:
      'Validates each event and stores the valid ones. If an event is invalid, the response is a 422 with a result for each event.',
    schema: {
      params: AdAccountPath,
      querystring: EventsQuery,
      body: ConversionEvents,
      response: { 200: ConversionReply, 422: ConversionRefusal },
    },
    handler: (request, reply) => {
      const { params, query, body, world } = request
      const { id } = requireAdAccount(world, params.ad_account_id)
      const { summary, violations } = checkEvents(world, body.data, (place) => faultedItem(request, place)?.violations)
      if (query.test !== true) storeEvents(world, id, body.data, summary)
      const [first] = violations
      if (first === undefined) return sendJson(reply, JSON.stringify(summary))
      nameRules(reply, violations)
      return sendJson(reply.code(422), JSON.stringify({ code: codeOf(first), message: failed, details: summary }))
    },
  })
}

/** Returns the code of the first violation. A fault without a code of its own gets the code with which events fail. */
const codeOf = ({ rule, code }: Violation): number =>
  rule === 'fault.item' && code === itemFailure.code ? failedCode : code
