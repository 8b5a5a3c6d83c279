import { batchOf, replyToBatch } from '#server/http/responses/batch.ts'
import { replyWithPage, requestedPage } from '#server/http/responses/list.ts'
import { NoContent, sendJson, sendNothing } from '#server/http/responses/replies.ts'
import { AdAccountPath, Id } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { requireAdAccount } from '#server/resources/accounts/ad-accounts/service.ts'
import { listPromotions, type PromotionRow } from './repository.ts'
import {
  Promotion,
  PromotionCreate,
  PromotionListQuery,
  PromotionPage,
  PromotionsReply,
  PromotionUpdate,
} from './schema.ts'
import { promotionText } from './serialize.ts'
import { changePromotion, createPromotion, deletePromotion, requirePromotion } from './service.ts'

const PromotionPath = AdAccountPath.extend({ promotion_id: Id.meta({ description: 'Promotion ID.' }) })

/** Adds the operations on promotions. */
export function promotionRoutes(app: Operations): void {
  app.operation('promotions/list', {
    summary: 'List promotions',
    description: 'A page of the promotions of an ad account, by id, whatever their status.',
    schema: { params: AdAccountPath, querystring: PromotionListQuery, response: { 200: PromotionPage } },
    handler: ({ operation, params: { ad_account_id }, query, world }, reply) => {
      const { order = 'ASCENDING' } = query
      const filters = { ad_account_id, order }
      const page = requestedPage({ operation, query }, filters)
      requireAdAccount(world, ad_account_id)
      const rows = listPromotions(world.db, filters, page)
      const now = world.clock.seconds()
      return replyWithPage(reply, page, rows, (row) => promotionText(row, now))
    },
  })

  app.operation('promotions/create', {
    summary: 'Create promotions',
    description: "Up to 30 at once. What is right is stored; what is wrong comes back as that item's exception.",
    schema: { params: AdAccountPath, body: batchOf(PromotionCreate), response: { 200: PromotionsReply } },
    handler: (request, reply) => {
      const { params, body, world } = request
      const account = requireAdAccount(world, params.ad_account_id)
      const now = world.clock.seconds()
      return replyToBatch(request, reply, {
        items: body,
        each: (item) => createPromotion(world, account, item),
        text: (row: PromotionRow) => promotionText(row, now),
        style: 'promotions',
      })
    },
  })

  app.operation('promotions/update', {
    summary: 'Update promotions',
    description: 'Up to 30 at once; what is not sent stays.',
    schema: { params: AdAccountPath, body: batchOf(PromotionUpdate), response: { 200: PromotionsReply } },
    handler: (request, reply) => {
      const { params, body, world } = request
      const account = requireAdAccount(world, params.ad_account_id)
      const now = world.clock.seconds()
      return replyToBatch(request, reply, {
        items: body,
        each: (item) => changePromotion(world, account, item),
        text: (row: PromotionRow) => promotionText(row, now),
        style: 'promotions',
      })
    },
  })

  app.operation('promotions/get', {
    summary: 'Get a promotion',
    description: 'One promotion of the ad account, whatever its status.',
    schema: { params: PromotionPath, response: { 200: Promotion } },
    handler: ({ params: { ad_account_id, promotion_id }, world }, reply) => {
      const row = requirePromotion(world, requireAdAccount(world, ad_account_id), promotion_id)
      return sendJson(reply, promotionText(row, world.clock.seconds()))
    },
  })

  app.operation('promotions/delete', {
    summary: 'Delete a promotion',
    description: 'Ad groups that showed it show it no longer.',
    schema: { params: PromotionPath, response: { 204: NoContent } },
    handler: ({ params: { ad_account_id, promotion_id }, world }, reply) => {
      const account = requireAdAccount(world, ad_account_id)
      world.write(() => deletePromotion(world, account, promotion_id))
      return sendNothing(reply)
    },
  })
}
