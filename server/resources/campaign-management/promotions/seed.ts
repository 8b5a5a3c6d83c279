import { accountSeed } from '#server/contracts/seed-section.ts'
import { PromotionCreate } from './schema.ts'
import { createPromotion } from './service.ts'

/** The seed section of promotions, each of an ad account. */
export const promotionSeed = accountSeed('promotions', PromotionCreate, createPromotion)
