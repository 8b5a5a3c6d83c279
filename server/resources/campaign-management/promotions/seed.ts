import { accountSeed } from '#server/contracts/seed-section.ts'
import { PromotionCreate } from './schema.ts'
import { createPromotion } from './service.ts'

/** The seed section of promotions, each of an ad account. */
export const promotionSeed = accountSeed('promotions', PromotionCreate, createPromotion, {
  lists: [{ operation: 'promotions/list', query: { order: 'ASCENDING' } }],
  fields: ({ promotion_custom_id, ...entity }) => ({
    ...entity,
    ...(promotion_custom_id !== entity.id && { promotion_custom_id }),
  }),
})
