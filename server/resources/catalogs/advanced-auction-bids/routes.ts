import type { Violation } from '#server/domain/rules/rule.ts'
import { faultedItem } from '#server/http/responses/faulted-items.ts'
import { nameRules, ofItem, sendJson } from '#server/http/responses/replies.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { type ActorRequest, actorOf } from '#server/resources/accounts/ad-accounts/service.ts'
import type { CatalogRow } from '../catalogs/repository.ts'
import { requireCatalog } from '../product-groups/service.ts'
import { auctionCatalogRules } from './rules.ts'
import { AuctionGetRequest, AuctionItems, AuctionQuery, AuctionResults, AuctionSubmitRequest } from './schema.ts'
import { bidOptionsOf, keyIn, submitRecord } from './service.ts'

/** Returns the catalog that a request is about; throws where the user has none of the id, or it is not of products. */
function catalogIn(request: ActorRequest, id: string): CatalogRow {
  const catalog = requireCatalog(request.world, { id: actorOf(request) }, id)
  request.world.rules.assert(auctionCatalogRules, { catalogType: catalog.catalog_type })
  return catalog
}

/** Adds the operations on bid options of items. */
export function advancedAuctionBidRoutes(app: Operations): void {
  app.operation('advanced_auction_items_get/post', {
    summary: 'Get bid options of items',
    description: 'Returns the bid options of items, in the order of the request, without items that have none.',
    schema: { querystring: AuctionQuery, body: AuctionGetRequest, response: { 200: AuctionItems } },
    handler: (request, reply) => {
      const { world, body } = request
      const catalog = catalogIn(request, body.catalog_id)
      const items = body.items.flatMap((item) => {
        const bid_options = bidOptionsOf(world, keyIn(catalog, item))
        return bid_options === undefined ? [] : { ...item, bid_options }
      })
      return sendJson(reply, JSON.stringify({ catalog_id: catalog.id, items }))
    },
  })

  app.operation('advanced_auction_items_submit/post', {
    summary: 'Set bid options of items',
    description: 'Sets and deletes bid options of items. The response is a 206 where an operation was refused.',
    schema: {
      querystring: AuctionQuery,
      body: AuctionSubmitRequest,
      response: { 200: AuctionResults, 206: AuctionResults },
    },
    handler: (request, reply) => {
      const { world, body } = request
      const catalog = catalogIn(request, body.catalog_id)
      const violated: Violation[] = []
      const items = world.write(() =>
        body.items.map((record, index) => {
          const violations = faultedItem(request, index)?.violations ?? submitRecord(world, catalog, record)
          violated.push(...ofItem(violations, index))
          return { ...record, errors: violations.map(({ code, message }) => ({ code, message })) }
        }),
      )
      nameRules(reply, violated)
      const status = violated.length === 0 ? 200 : 206
      return sendJson(reply.code(status), JSON.stringify({ catalog_id: catalog.id, items }))
    },
  })
}
