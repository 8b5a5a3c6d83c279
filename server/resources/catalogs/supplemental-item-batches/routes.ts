import { z } from 'zod'
import { found } from '#server/domain/errors/found.ts'
import { sendJson } from '#server/http/responses/replies.ts'
import { actorQuery } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { merchantOf } from '#server/resources/accounts/users/service.ts'
import { progressOf, readProgressOf } from '#server/worlds/progress.ts'
import { CatalogPath, catalogOwner } from '../catalogs/owner.ts'
import { processDueFeeds } from '../feed-processing-results/due.ts'
import { supplementalItemBatchTable } from './repository.ts'
import { supplementalItemBatchErrors } from './resource.ts'
import { supplementalItemBatchRules } from './rules.ts'
import { LocalInventoryBatchRequest, SupplementalItemBatch, SupplementalItemBatchPath } from './schema.ts'
import { supplementalBatchText } from './serialize.ts'
import { runLocalBatch } from './service.ts'

const kind = 'supplemental_item_batches'
const querystring = z.object(actorQuery)
const response = { 200: SupplementalItemBatch }

/** Adds the operations on batches of local inventory. */
export function supplementalItemBatchRoutes(app: Operations): void {
  app.operation('catalogs_local_inventory_items_batch/operate', {
    summary: 'Operate on local inventory',
    description:
      'Creates, changes and deletes what stores have of items. The batch has the result of each when it is completed.',
    schema: { params: CatalogPath, querystring, body: LocalInventoryBatchRequest, response },
    handler: async (request, reply) => {
      const { world, body, server } = request
      const catalog = catalogOwner.of(request)
      world.rules.assert(supplementalItemBatchRules, { merchant: merchantOf(world, catalog.owner_id) })
      await processDueFeeds(world, catalog.owner_id, server.feedSources)
      const row = world.write(() => runLocalBatch(world, catalog, body.operations))
      return sendJson(reply, supplementalBatchText(world, row, progressOf(world, kind)))
    },
  })

  app.operation('catalogs_supplemental_items_batch/get', {
    summary: 'Get a batch of local inventory',
    description: 'Returns the state of a batch, with the results of its operations.',
    schema: { params: SupplementalItemBatchPath, querystring, response },
    handler: (request, reply) => {
      const { world, params } = request
      const catalog = catalogOwner.of(request)
      const row = found(
        supplementalItemBatchTable.find(world.db, catalog.id, params.batch_id),
        supplementalItemBatchErrors['supplemental_item_batch.path'],
      )
      return sendJson(reply, supplementalBatchText(world, row, readProgressOf(world, kind)))
    },
  })
}
