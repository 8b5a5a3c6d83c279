import { routesFor } from '#server/collections/routes-for.ts'
import { batchOf } from '#server/http/responses/batch.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { adAccountOwner } from '#server/resources/accounts/ad-accounts/owner.ts'
import { promotionTable } from './repository.ts'
import { promotionErrors } from './resource.ts'
import {
  Promotion,
  PromotionCreate,
  PromotionListQuery,
  PromotionPage,
  PromotionPath,
  PromotionsReply,
  PromotionUpdate,
} from './schema.ts'
import { promotionTexts } from './serialize.ts'
import { changePromotion, createPromotion, removePromotion } from './service.ts'

const promotions = routesFor({ owner: adAccountOwner, table: promotionTable, text: promotionTexts })
const promotion = promotions.entity(PromotionPath, promotionErrors['promotion.path'])

/** Adds the operations on promotions. */
export function promotionRoutes(app: Operations): void {
  app.operation('promotions/list', {
    summary: 'List promotions',
    description: 'A page of the promotions of an ad account, by id, whatever their status.',
    ...promotions.list(PromotionListQuery, PromotionPage),
  })

  app.operation('promotions/create', {
    summary: 'Create promotions',
    description: "Up to 30 at once. What is right is stored; what is wrong comes back as that item's exception.",
    ...promotions.batch(batchOf(PromotionCreate), PromotionsReply, 'promotions', createPromotion),
  })

  app.operation('promotions/update', {
    summary: 'Update promotions',
    description: 'Up to 30 at once; what is not sent stays.',
    ...promotions.batch(batchOf(PromotionUpdate), PromotionsReply, 'promotions', changePromotion),
  })

  app.operation('promotions/get', {
    summary: 'Get a promotion',
    description: 'One promotion of the ad account, whatever its status.',
    ...promotion.get(Promotion),
  })

  app.operation('promotions/delete', {
    summary: 'Delete a promotion',
    description: 'Ad groups that showed it show it no longer.',
    ...promotion.remove(removePromotion),
  })
}
