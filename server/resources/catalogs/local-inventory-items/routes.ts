import { z } from 'zod'
import { sendJson } from '#server/http/responses/replies.ts'
import { actorQuery } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { CatalogPath, catalogOwner } from '../catalogs/owner.ts'
import { processDueFeeds } from '../feed-processing-results/due.ts'
import { LocalInventoryItems, LocalInventoryQuery } from './schema.ts'
import { localInventoryText } from './serialize.ts'
import { localInventoryOf } from './service.ts'

/** Adds the operation that reads local inventory. */
export function localInventoryRoutes(app: Operations): void {
  app.operation('catalogs_local_inventory_items/post', {
    summary: 'Get local inventory',
    description:
      'Returns what stores of a catalog have of its items, by items and stores. What is not there is left out.',
    schema: {
      params: CatalogPath,
      querystring: z.object(actorQuery),
      body: LocalInventoryQuery,
      response: { 200: LocalInventoryItems },
    },
    handler: async (request, reply) => {
      const { world, body, server } = request
      const catalog = catalogOwner.of(request)
      await processDueFeeds(world, catalog.owner_id, server.feedSources)
      const texts = localInventoryOf(world.db, catalog.id, body).map(localInventoryText)
      return sendJson(reply, `{"items":[${texts.join(',')}]}`)
    },
  })
}
