import type { OperationParts } from '#server/collections/collection.ts'
import { routesFor } from '#server/collections/routes-for.ts'
import { found } from '#server/domain/errors/found.ts'
import { NoContent, sendJson, sendNothing } from '#server/http/responses/replies.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { userOwner } from '#server/resources/accounts/ad-accounts/owner.ts'
import { actorOf } from '#server/resources/accounts/ad-accounts/service.ts'
import { feedTable } from '../feeds/repository.ts'
import { feedErrors } from '../feeds/resource.ts'
import { needsCatalog } from './business.ts'
import {
  ActorQuery,
  ProductGroupDeleteQuery,
  ProductGroupIds,
  ProductGroupListQuery,
  ProductGroupPage,
  ProductGroupPath,
} from './list-schema.ts'
import { whereReadable } from './may-read.ts'
import { productRoutes } from './product-routes.ts'
import { listProductGroups, productGroupTable } from './repository.ts'
import { productGroupErrors } from './resource.ts'
import { ProductGroup, ProductGroupCreate, ProductGroupsCreate, ProductGroupUpdate } from './schema.ts'
import { productGroupText } from './serialize.ts'
import { changeProductGroup, createProductGroup, deleteProductGroups } from './service.ts'

const productGroups = routesFor({
  owner: userOwner,
  table: productGroupTable,
  text: () => productGroupText,
})
const productGroup = productGroups.entity(ProductGroupPath, productGroupErrors['product_group.path'])

/** Adds the operations on product groups. */
export function productGroupRoutes(app: Operations): void {
  const add = (id: string, summary: string, description: string, parts: OperationParts): void =>
    app.operation(id, { summary, description, precondition: needsCatalog, ...parts })

  add(
    'catalogs_product_groups/list',
    'List product groups',
    "Returns a page of the business's product groups, ordered by id.",
    whereReadable(
      productGroups.narrowedList(ProductGroupListQuery, ProductGroupPage, {
        filters: ({ id, feed_id, catalog_id }) => ({ id, feed_id, catalog_id }),
        rows(db, filters, page) {
          const { ownerId, feed_id } = filters
          if (feed_id !== undefined) found(feedTable.find(db, ownerId, feed_id), feedErrors['feed.path'])
          return listProductGroups(db, filters, page)
        },
      }),
    ),
  )
  add(
    'catalogs_product_groups/create',
    'Create a product group',
    'Creates a product group of a feed or catalog. Its filters are evaluated whenever its products are listed or counted.',
    productGroups.create(ProductGroupCreate, ProductGroup, createProductGroup, 201),
  )
  add(
    'catalogs_product_groups/get',
    'Get a product group',
    'Returns one product group.',
    whereReadable(productGroup.get(ProductGroup)),
  )
  add(
    'catalogs_product_groups/update',
    'Update a product group',
    'Changes the fields that are sent.',
    productGroup.update(ProductGroupUpdate, ProductGroup, (world, { owner_id, id }, item) =>
      changeProductGroup(world, { id: owner_id }, id, item),
    ),
  )
  addBulk(app)
  productRoutes(app)
}

/** Adds the creation of many product groups, and the deletions. */
function addBulk(app: Operations): void {
  app.operation('catalogs_product_groups/create_many', {
    summary: 'Create product groups',
    description: 'Creates up to 1,000 product groups, or none of them where one is refused. Returns their ids.',
    precondition: needsCatalog,
    schema: { querystring: ActorQuery, body: ProductGroupsCreate, response: { 201: ProductGroupIds } },
    handler: (request, reply) => {
      const { body, world } = request
      const owner = { id: actorOf(request) }
      const rows = world.write(() => body.map((item) => createProductGroup(world, owner, item)))
      return sendJson(reply.code(201), JSON.stringify(rows.map(({ id }) => id)))
    },
  })

  app.operation('catalogs_product_groups/delete', {
    summary: 'Delete a product group',
    description: 'Deletes a product group that no active promotion shows.',
    precondition: needsCatalog,
    schema: { params: ProductGroupPath, querystring: ActorQuery, response: { 204: NoContent } },
    handler: (request, reply) => {
      const { params, world } = request
      const owner = { id: actorOf(request) }
      world.write(() => deleteProductGroups(world, owner, [params.product_group_id]))
      return sendNothing(reply)
    },
  })

  app.operation('catalogs_product_groups/delete_many', {
    summary: 'Delete product groups',
    description: 'Deletes up to 1,000 product groups, or none of them where one is refused.',
    precondition: needsCatalog,
    schema: { querystring: ProductGroupDeleteQuery, response: { 204: NoContent } },
    handler: (request, reply) => {
      const { query, world } = request
      const owner = { id: actorOf(request) }
      world.write(() => deleteProductGroups(world, owner, query.id))
      return sendNothing(reply)
    },
  })
}
