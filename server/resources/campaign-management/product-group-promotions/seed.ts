import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { PromotionCreate } from './schema.ts'
import { createPromotion, promotingAdGroup } from './service.ts'

/** The seed section of product group promotions, each of an ad group. */
export const promotionSeed = seedSection({
  name: 'product_group_promotions',
  creation: PromotionCreate,
  suppliedByAlias: ['ad_group_id'],
  shape: { ad_group: aliasOf('ad_groups') },
  create({ world, named, parsed, stored }, { ad_group, ...item }) {
    const { id: adGroupId, account } = named('ad_groups', ad_group)
    const adGroup = promotingAdGroup(world, account, adGroupId)
    const { id } = stored(createPromotion(world, account, adGroup, parsed(PromotionCreate, item)))
    return { id, account }
  },
})
