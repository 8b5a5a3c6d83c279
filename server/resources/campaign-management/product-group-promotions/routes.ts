import { routesFor } from '#server/collections/routes-for.ts'
import { batchReply, replyToBatch } from '#server/http/responses/batch.ts'
import { replyWithPage, requestedPage } from '#server/http/responses/list.ts'
import { AdAccountPath, Id } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { adAccountOwner } from '#server/resources/accounts/ad-accounts/owner.ts'
import { requireAdAccount } from '#server/resources/accounts/ad-accounts/service.ts'
import { listProductGroupPromotions, productGroupPromotionTable } from './repository.ts'
import { productGroupPromotionErrors } from './resource.ts'
import { productGroupPromotionListRules } from './rules.ts'
import {
  ProductGroupPromotion,
  ProductGroupPromotionListQuery,
  ProductGroupPromotionPage,
  ProductGroupPromotionsCreate,
  ProductGroupPromotionsUpdate,
} from './schema.ts'
import { changeProductGroupPromotion, createProductGroupPromotion, promotingAdGroup } from './service.ts'

const ProductGroupPromotionPath = AdAccountPath.extend({
  product_group_promotion_id: Id,
})
const BatchReply = batchReply(ProductGroupPromotion)

const productGroupPromotions = routesFor({ owner: adAccountOwner, table: productGroupPromotionTable })
const productGroupPromotion = productGroupPromotions.entity(
  ProductGroupPromotionPath,
  productGroupPromotionErrors['product_group_promotion.path'],
)

/** Adds the operations on product group promotions. */
export function productGroupPromotionRoutes(app: Operations): void {
  app.operation('product_group_promotions/list', {
    summary: 'List product group promotions',
    description:
      'Returns a page of the product group promotions of an ad group or with the requested ids, ordered by id.',
    schema: {
      params: AdAccountPath,
      querystring: ProductGroupPromotionListQuery,
      response: { 200: ProductGroupPromotionPage },
    },
    handler: ({ operation, params: { ad_account_id }, query, world }, reply) => {
      world.rules.assert(productGroupPromotionListRules, query)
      const { product_group_promotion_ids, entity_statuses = ['ACTIVE', 'PAUSED'], order = 'ASCENDING' } = query
      const ad_group_id = product_group_promotion_ids === undefined ? query.ad_group_id : undefined
      const filters = { ad_account_id, ad_group_id, product_group_promotion_ids, entity_statuses, order }
      const page = requestedPage({ operation, query }, filters)
      requireAdAccount(world, ad_account_id)
      const rows = listProductGroupPromotions(world.db, filters, page)
      return replyWithPage(reply, page, rows, ({ json }) => json)
    },
  })

  app.operation('product_group_promotions/create', {
    summary: 'Create product group promotions',
    description:
      'Creates up to 30 product group promotions in one ad group. Valid items are stored. An invalid item is answered with its exceptions.',
    schema: { params: AdAccountPath, body: ProductGroupPromotionsCreate, response: { 200: BatchReply } },
    handler: (request, reply) => {
      const { params, body, world } = request
      const account = requireAdAccount(world, params.ad_account_id)
      const adGroup = promotingAdGroup(world, account, body.ad_group_id)
      return replyToBatch(request, reply, {
        items: body.product_group_promotion,
        each: (item) => createProductGroupPromotion(world, account, adGroup, item),
        text: ({ json }) => json,
        style: 'list',
      })
    },
  })

  app.operation('product_group_promotions/update', {
    summary: 'Update product group promotions',
    description:
      'Updates up to 30 product group promotions of one ad group. Fields that are absent keep their value. creative_type can only be changed while the status is DRAFT.',
    schema: { params: AdAccountPath, body: ProductGroupPromotionsUpdate, response: { 200: BatchReply } },
    handler: (request, reply) => {
      const { params, body, world } = request
      const account = requireAdAccount(world, params.ad_account_id)
      const adGroup = promotingAdGroup(world, account, body.ad_group_id)
      return replyToBatch(request, reply, {
        items: body.product_group_promotion,
        each: (item) => changeProductGroupPromotion(world, account, adGroup, item),
        text: ({ json }) => json,
        style: 'list',
      })
    },
  })

  app.operation('product_group_promotions/get', {
    summary: 'Get a product group promotion',
    description: 'Returns one product group promotion of the ad account, whatever its status.',
    ...productGroupPromotion.get(ProductGroupPromotion),
  })
}
