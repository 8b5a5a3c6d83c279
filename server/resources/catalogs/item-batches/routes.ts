import { z } from 'zod'
import { found } from '#server/domain/errors/found.ts'
import { sendJson } from '#server/http/responses/replies.ts'
import { actorQuery } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { actorOf } from '#server/resources/accounts/ad-accounts/service.ts'
import { merchantOf } from '#server/resources/accounts/users/service.ts'
import { progressOf, readProgressOf } from '#server/worlds/progress.ts'
import { processDueFeeds } from '../feed-processing-results/due.ts'
import { itemsText } from './read.ts'
import { ItemsReply, ItemsRequest } from './read-schema.ts'
import { itemBatchTable } from './repository.ts'
import { itemBatchErrors } from './resource.ts'
import { itemBatchRules } from './rules.ts'
import { ItemBatch, ItemBatchPath, ItemBatchRequest } from './schema.ts'
import { batchText } from './serialize.ts'
import { runBatch } from './service.ts'

const ActorQuery = z.object(actorQuery)

/** Adds the operations on items. */
export function itemRoutes(app: Operations): void {
  app.operation('items/post', {
    summary: 'Get items',
    description: 'Returns items by the ids that the merchant gives them, with their product Pins.',
    schema: { querystring: ActorQuery, body: ItemsRequest, response: { 200: ItemsReply } },
    handler: async (request, reply) => {
      const { world, body, server } = request
      const owner = { id: actorOf(request) }
      await processDueFeeds(world, owner.id, server.feedSources)
      return sendJson(reply, itemsText(world, owner, body))
    },
  })

  app.operation('items_batch/post', {
    summary: 'Operate on items',
    description:
      'Creates, changes and deletes up to 1,000 items. The batch has the result of each when it is completed.',
    schema: { querystring: ActorQuery, body: ItemBatchRequest, response: { 200: ItemBatch } },
    handler: async (request, reply) => {
      const { world, body, server } = request
      const owner = { id: actorOf(request) }
      world.rules.assert(itemBatchRules, { merchant: merchantOf(world, owner.id) })
      await processDueFeeds(world, owner.id, server.feedSources)
      const row = world.write(() => runBatch(world, owner, body))
      return sendJson(reply, batchText(world, row, progressOf(world, 'item_batches')))
    },
  })

  app.operation('items_batch/get', {
    summary: 'Get a batch of items',
    description: 'Returns the state of a batch, with the results of its items.',
    schema: { params: ItemBatchPath, querystring: ActorQuery, response: { 200: ItemBatch } },
    handler: (request, reply) => {
      const { world, params } = request
      const row = found(
        itemBatchTable.find(world.db, actorOf(request), params.batch_id),
        itemBatchErrors['item_batch.path'],
      )
      return sendJson(reply, batchText(world, row, readProgressOf(world, 'item_batches')))
    },
  })
}
