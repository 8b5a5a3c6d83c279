import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { PromotionCreate } from './schema.ts'
import { createPromotion } from './service.ts'

/** The seed section of promotions, each of an ad account. */
export const promotionSeed = seedSection({
  name: 'promotions',
  creation: PromotionCreate,
  shape: { ad_account: aliasOf('ad_accounts') },
  create({ world, named, parsed, stored }, { ad_account, ...item }) {
    const { account } = named('ad_accounts', ad_account)
    const { id } = stored(createPromotion(world, account, parsed(PromotionCreate, item)))
    return { id, account }
  },
})
