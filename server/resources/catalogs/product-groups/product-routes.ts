import type { FastifyReply } from 'fastify'
import type { Owned } from '#server/collections/owner.ts'
import type { CatalogType } from '#server/domain/catalogs/catalog-types.ts'
import type { Filters } from '#server/domain/catalogs/filters.ts'
import { marketOf } from '#server/domain/catalogs/market.ts'
import { type RequestedPage, replyWithPage, requestedPage } from '#server/http/responses/list.ts'
import { sendJson } from '#server/http/responses/replies.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { actorOf } from '#server/resources/accounts/ad-accounts/service.ts'
import { userOf } from '#server/resources/accounts/users/service.ts'
import { readInSteps } from '#server/worlds/read-in-steps.ts'
import type { World } from '#server/worlds/world.ts'
import { processDueFeeds } from '../feed-processing-results/due.ts'
import { filterValuesReply } from './available-values.ts'
import { AvailableFilterValues, AvailableValuesQuery } from './available-values-schema.ts'
import { needsCatalog } from './business.ts'
import { ActorQuery, ProductGroupPath } from './list-schema.ts'
import type { Selection } from './matching.ts'
import { type Choosing, countInSteps, pageInSteps } from './matching-in-steps.ts'
import { assertMayRead } from './may-read.ts'
import { ProductCountsReply, ProductListQuery, ProductPage, ProductsByFilter } from './product-schema.ts'
import { productsByFilterRules } from './rules.ts'
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
      const page = requestedPage(request, { ...params, ownerId: owner.id })
      const group = requireProductGroup(world, owner, params.product_group_id)
      await processDueFeeds(world, owner.id, server.feedSources)
      const { catalog_type }: { readonly catalog_type: CatalogType } = JSON.parse(group.json)
      const selection = selectionOfGroup(world.db, group)
      const products = { owner, selection, catalog_type, withMetrics: query.pin_metrics }
      return replyWithProducts(world, reply, page, products)
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
      const counts = await readInSteps(world, () => countInSteps(choosing(world, owner, selection), withAppLinks))
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
      const page = requestedPage(request, { body, ownerId: owner.id })
      assertMayRead(request, productsByFilterRules)
      const filters = body.filters as Filters
      const { catalog, feedId } = requireSource(world, owner, body)
      assertUsable(world, owner, filters, catalog.catalog_type)
      await processDueFeeds(world, owner.id, server.feedSources)
      const market = 'country' in body ? marketOf(body.country, body.locale) : undefined
      const selection: Selection = { catalog: catalog.seq, feedId, market, filters }
      const { catalog_type } = catalog
      const products = { owner, selection, catalog_type, withMetrics: query.pin_metrics }
      return replyWithProducts(world, reply, page, products)
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
      assertMayRead(request)
      const { catalog, feedId } = requireSource(world, owner, query)
      await processDueFeeds(world, owner.id, server.feedSources)
      return sendJson(reply, JSON.stringify(filterValuesReply(world.db, catalog, feedId, query)))
    },
  })
}

/** What a catalog that is gone selects. */
const nothing: Selection = { catalog: 0, feedId: null, filters: { all_of: [] } }

interface Products {
  readonly owner: Owned
  readonly selection: Selection | undefined
  readonly catalog_type: CatalogType
  readonly withMetrics: boolean | undefined
}

/** What is chosen of a business, the product groups that filters refer to among it. */
const choosing = (world: World, owner: Owned, selection: Selection): Choosing => ({
  open: () => world.db,
  selection,
  selectionOf: (id) => selectionsOf(world.db, owner.id)(id),
})

async function replyWithProducts(
  world: World,
  reply: FastifyReply,
  page: RequestedPage,
  { owner, selection = nothing, catalog_type, withMetrics = false }: Products,
): Promise<FastifyReply> {
  const rows = await readInSteps(world, () => pageInSteps(choosing(world, owner, selection), page))
  const user = userOf(world, owner.id)
  return replyWithPage(reply, page, rows, (row) => productText(catalog_type, row, user, withMetrics))
}
