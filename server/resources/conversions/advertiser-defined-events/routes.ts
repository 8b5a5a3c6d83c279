import type { FastifyReply, FastifyRequest } from 'fastify'
import type { AdAccountContext } from '#server/domain/ads/ad-account.ts'
import type { Outcome } from '#server/domain/rules/outcome.ts'
import { replyToBatch } from '#server/http/responses/batch.ts'
import { sendJson } from '#server/http/responses/replies.ts'
import { AdAccountPath } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { requireAdAccount } from '#server/resources/accounts/ad-accounts/service.ts'
import type { World } from '#server/worlds/world.ts'
import { type DefinedEventRow, definedEvents } from './repository.ts'
import {
  DefinedEventResults,
  DefinedEvents,
  DefinedEventsCreate,
  DefinedEventsQuery,
  DefinedEventsUpdate,
} from './schema.ts'
import { changeDefinedEvent, createDefinedEvent, removeDefinedEvent } from './service.ts'

/** Adds the operations on advertiser defined events. */
export function definedEventRoutes(app: Operations): void {
  app.operation('advertiser_defined_events/get', {
    summary: 'List advertiser defined events',
    description: "Returns all of the ad account's events, in the order of their creation, without pagination.",
    schema: { params: AdAccountPath, response: { 200: DefinedEvents } },
    handler: ({ params, world }, reply) => {
      const { id } = requireAdAccount(world, params.ad_account_id)
      return sendJson(reply, JSON.stringify({ items: definedEvents(world.db, id) }))
    },
  })

  app.operation('advertiser_defined_events/create', {
    summary: 'Create advertiser defined events',
    description: 'Defines events and the standard types that they count as. A name that is taken fails by itself.',
    schema: { params: AdAccountPath, body: DefinedEventsCreate, response: { 200: DefinedEventResults } },
    handler: (request, reply) => replyWithResults(request, reply, request.body.items, createDefinedEvent, nameOf),
  })

  app.operation('advertiser_defined_events/update', {
    summary: 'Update advertiser defined events',
    description: 'Changes the standard types of events. A name that is not defined fails by itself.',
    schema: { params: AdAccountPath, body: DefinedEventsUpdate, response: { 200: DefinedEventResults } },
    handler: (request, reply) => replyWithResults(request, reply, request.body.items, changeDefinedEvent, nameOf),
  })

  app.operation('advertiser_defined_events/delete', {
    summary: 'Delete advertiser defined events',
    description: 'Deletes events by their names. A name that is not defined fails by itself.',
    schema: { params: AdAccountPath, querystring: DefinedEventsQuery, response: { 200: DefinedEventResults } },
    handler: (request, reply) =>
      replyWithResults(request, reply, request.query.event_names, removeDefinedEvent, (name) => name),
  })
}

const nameOf = ({ name }: { readonly name: string }): string => name

/** Answers a result for each event. */
function replyWithResults<Item>(
  request: FastifyRequest,
  reply: FastifyReply,
  items: readonly Item[],
  act: (world: World, account: AdAccountContext, item: Item) => Outcome<DefinedEventRow>,
  name: (item: Item) => string,
): FastifyReply {
  const { world, params } = request
  const account = requireAdAccount(world, (params as { ad_account_id: string }).ad_account_id)
  return replyToBatch(request, reply, {
    items,
    each: (item) => act(world, account, item),
    text: (row) => JSON.stringify({ name: row.name, status: 'success' }),
    style: 'results',
    refused: (item) => ({ name: name(item), status: 'failure' }),
  })
}
