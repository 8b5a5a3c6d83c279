import { found } from '#server/domain/errors/found.ts'
import { batchReply, replyToBatch } from '#server/http/responses/batch.ts'
import { replyWithPage, requestedPage } from '#server/http/responses/list.ts'
import { sendJson } from '#server/http/responses/replies.ts'
import { AdAccountPath, Id } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { knownAdAccount } from '#server/resources/accounts/ad-accounts/service.ts'
import { listPromotions, promotionTable } from './repository.ts'
import { productGroupPromotionErrors } from './resource.ts'
import { promotionListRules } from './rules.ts'
import {
  ProductGroupPromotion,
  PromotionListQuery,
  PromotionPage,
  PromotionsCreate,
  PromotionsUpdate,
} from './schema.ts'
import { changePromotion, createPromotion, promotingAdGroup } from './service.ts'

const PromotionPath = AdAccountPath.extend({
  product_group_promotion_id: Id.meta({ description: 'Product group promotion ID.' }),
})
const BatchReply = batchReply(ProductGroupPromotion)

/** Adds the operations on product group promotions. */
export function promotionRoutes(app: Operations): void {
  app.operation('product_group_promotions/list', {
    summary: 'List product group promotions',
    description: 'A page of the product group promotions of an ad group, or of those that are named, by id.',
    schema: { params: AdAccountPath, querystring: PromotionListQuery, response: { 200: PromotionPage } },
    handler: ({ operation, params: { ad_account_id }, query, world }, reply) => {
      world.rules.assert(promotionListRules, query)
      const { product_group_promotion_ids, entity_statuses = ['ACTIVE', 'PAUSED'], order = 'ASCENDING' } = query
      const ad_group_id = product_group_promotion_ids === undefined ? query.ad_group_id : undefined
      const filters = { ad_account_id, ad_group_id, product_group_promotion_ids, entity_statuses, order }
      const page = requestedPage({ operation, query }, filters)
      knownAdAccount(world, ad_account_id)
      const rows = listPromotions(world.db, filters, page)
      return replyWithPage(reply, page, rows, ({ json }) => json)
    },
  })

  app.operation('product_group_promotions/create', {
    summary: 'Create product group promotions',
    description: "Up to 30 in one ad group. What is wrong comes back as that item's exceptions; the rest is stored.",
    schema: { params: AdAccountPath, body: PromotionsCreate, response: { 200: BatchReply } },
    handler: (request, reply) => {
      const { params, body, world } = request
      const account = knownAdAccount(world, params.ad_account_id)
      const adGroup = promotingAdGroup(world, account, body.ad_group_id)
      return replyToBatch(request, reply, {
        items: body.product_group_promotion,
        each: (item) => createPromotion(world, account, adGroup, item),
        text: ({ json }) => json,
        style: 'list',
      })
    },
  })

  app.operation('product_group_promotions/update', {
    summary: 'Update product group promotions',
    description: 'Up to 30 of one ad group; what is not sent stays. creative_type can be changed in a DRAFT only.',
    schema: { params: AdAccountPath, body: PromotionsUpdate, response: { 200: BatchReply } },
    handler: (request, reply) => {
      const { params, body, world } = request
      const account = knownAdAccount(world, params.ad_account_id)
      const adGroup = promotingAdGroup(world, account, body.ad_group_id)
      return replyToBatch(request, reply, {
        items: body.product_group_promotion,
        each: (item) => changePromotion(world, account, adGroup, item),
        text: ({ json }) => json,
        style: 'list',
      })
    },
  })

  app.operation('product_group_promotions/get', {
    summary: 'Get a product group promotion',
    description: 'One product group promotion of the ad account, whatever its status.',
    schema: { params: PromotionPath, response: { 200: ProductGroupPromotion } },
    handler: ({ params: { ad_account_id, product_group_promotion_id }, world }, reply) => {
      knownAdAccount(world, ad_account_id)
      const row = found(
        promotionTable.find(world.db, ad_account_id, product_group_promotion_id),
        productGroupPromotionErrors['product_group_promotion.path'],
      )
      return sendJson(reply, row.json)
    },
  })
}
