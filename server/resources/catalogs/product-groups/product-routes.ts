import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Filters } from '#server/domain/catalogs/filters.ts'
import { marketOf } from '#server/domain/catalogs/market.ts'
import { replyWithPage, requestedPage } from '#server/http/responses/list.ts'
import { sendJson } from '#server/http/responses/replies.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { actorOf } from '#server/resources/accounts/ad-accounts/service.ts'
import { userOf } from '#server/resources/accounts/users/service.ts'
import type { CatalogType } from '../catalogs/schema.ts'
import { processDueFeeds } from '../feed-processing-results/due.ts'
import { filterValuesReply } from './available-values.ts'
import { AvailableFilterValues, AvailableValuesQuery } from './available-values-schema.ts'
import { needsCatalog } from './business.ts'
import { ActorQuery, ProductGroupPath } from './list-schema.ts'
import { countMatching, matchingItems, type Selection } from './matching.ts'
import { ProductCountsReply, ProductListQuery, ProductPage, ProductsByFilter } from './product-schema.ts'
import { selectionOfGroup, selectionsOf } from './selection.ts'
import { countsReply, productText } from './serialize.ts'
import { assertUsable, requireProductGroup, requireSource } from './service.ts'

/** Adds the operations that read what filters choose. */
export function productRoutes(app: Operations): void {
  app.operation('catalogs_product_group_pins/list', {
    summary: 'List the products of a product group',
    description: 'Returns a page of the product Pins whose items pass the filters, ordered by id.',
    schema: { params: ProductGroupPath, querystring: ProductListQuery, response: { 200: ProductPage } },
    handler: async (request, reply) => {
      const { params, query, world, server } = request
      const owner = { id: actorOf(request) }
      const names = { ...params, ownerId: owner.id }
      requestedPage(request, names)
      const group = requireProductGroup(world, owner, params.product_group_id)
      await processDueFeeds(world, owner.id, server.feedSources)
      const { catalog_type }: { readonly catalog_type: CatalogType } = JSON.parse(group.json)
      const selection = selectionOfGroup(world.db, group)
      return replyWithProducts(request, reply, { selection, catalog_type, names, withMetrics: query.pin_metrics })
    },
  })

  app.operation('catalogs_product_groups/product_counts_get', {
    summary: 'Count the products of a product group',
    description: 'Returns the numbers of the items that pass the filters.',
    precondition: needsCatalog,
    schema: { params: ProductGroupPath, querystring: ActorQuery, response: { 200: ProductCountsReply } },
    handler: async (request, reply) => {
      const { params, world, server } = request
      const owner = { id: actorOf(request) }
      const group = requireProductGroup(world, owner, params.product_group_id)
      await processDueFeeds(world, owner.id, server.feedSources)
      const { catalog_type }: { readonly catalog_type: CatalogType } = JSON.parse(group.json)
      const selection = selectionOfGroup(world.db, group) ?? nothing
      const withAppLinks = catalog_type === 'CREATIVE_ASSETS'
      const counts = countMatching(world.db, selection, selectionsOf(world.db, owner.id), withAppLinks)
      return sendJson(reply, JSON.stringify(countsReply(catalog_type, counts)))
    },
  })

  app.operation('products_by_product_group_filter/list', {
    summary: 'List products by filters',
    description: 'Returns a page of the product Pins whose items pass the filters of the request, ordered by id.',
    precondition: needsCatalog,
    schema: { querystring: ProductListQuery, body: ProductsByFilter, response: { 200: ProductPage } },
    handler: async (request, reply) => {
      const { body, query, world, server } = request
      const owner = { id: actorOf(request) }
      const names = { body, ownerId: owner.id }
      requestedPage(request, names)
      const filters = body.filters as Filters
      const { catalog, feedId } = requireSource(world, owner, body)
      assertUsable(world, owner, filters)
      await processDueFeeds(world, owner.id, server.feedSources)
      const market = 'country' in body ? marketOf(body.country, body.locale) : undefined
      const selection: Selection = { catalog: catalog.seq, feedId, market, filters }
      const { catalog_type } = catalog
      return replyWithProducts(request, reply, { selection, catalog_type, names, withMetrics: query.pin_metrics })
    },
  })

  app.operation('catalogs/available_filter_values', {
    summary: 'List values for filters',
    description: 'Returns the values that fields have in the newest 1,000 items of a catalog.',
    precondition: needsCatalog,
    schema: { querystring: AvailableValuesQuery, response: { 200: AvailableFilterValues } },
    handler: async (request, reply) => {
      const { query, world, server } = request
      const owner = { id: actorOf(request) }
      const { catalog, feedId } = requireSource(world, owner, query)
      await processDueFeeds(world, owner.id, server.feedSources)
      return sendJson(reply, JSON.stringify(filterValuesReply(world.db, catalog, feedId, query)))
    },
  })
}

/** What a catalog that is gone selects. */
const nothing: Selection = { catalog: 0, feedId: null, filters: { all_of: [] } }

interface Products {
  readonly selection: Selection | undefined
  readonly catalog_type: CatalogType
  /** What bookmarks depend on. */
  readonly names: { readonly ownerId: string }
  readonly withMetrics: boolean | undefined
}

function replyWithProducts(request: FastifyRequest, reply: FastifyReply, products: Products): FastifyReply {
  const { world, operation } = request
  const { selection = nothing, catalog_type, names, withMetrics = false } = products
  const query = request.query as { readonly page_size: number; readonly bookmark?: string }
  const page = requestedPage({ operation, query }, names)
  const rows = matchingItems(world.db, selection, selectionsOf(world.db, names.ownerId), page)
  const owner = userOf(world, names.ownerId)
  return replyWithPage(reply, page, rows, (row) => productText(catalog_type, row, owner, withMetrics))
}
