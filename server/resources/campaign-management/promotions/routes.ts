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
    description: "Returns a page of the ad account's promotions of any status, ordered by id.",
    ...promotions.list(PromotionListQuery, PromotionPage),
  })

  app.operation('promotions/create', {
    summary: 'Create promotions',
    description: 'Creates up to 30 entities. Valid items are stored. An invalid item is answered with its exception.',
    ...promotions.batch(batchOf(PromotionCreate), PromotionsReply, 'promotions', createPromotion),
  })

  app.operation('promotions/update', {
    summary: 'Update promotions',
    description: 'Updates up to 30 entities. Fields that are absent keep their value.',
    ...promotions.batch(batchOf(PromotionUpdate), PromotionsReply, 'promotions', changePromotion),
  })

  app.operation('promotions/get', {
    summary: 'Get a promotion',
    description: 'Returns one promotion of the ad account, whatever its status.',
    ...promotion.get(Promotion),
  })

  app.operation('promotions/delete', {
    summary: 'Delete a promotion',
    description: 'Deletes a promotion and removes it from its ad groups.',
    ...promotion.remove(removePromotion),
  })
}
