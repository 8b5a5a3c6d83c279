import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { ProductGroupPromotionCreate } from './schema.ts'
import { createProductGroupPromotion, promotingAdGroup } from './service.ts'

/** The seed section of product group promotions, each of an ad group. */
export const productGroupPromotionSeed = seedSection({
  name: 'product_group_promotions',
  creation: ProductGroupPromotionCreate,
  suppliedByAlias: ['ad_group_id'],
  shape: { ad_group: aliasOf('ad_groups') },
  create({ world, named, parsed, stored }, { ad_group, ...item }) {
    const { id: adGroupId, account } = named('ad_groups', ad_group)
    const adGroup = promotingAdGroup(world, account, adGroupId)
    const { id } = stored(
      createProductGroupPromotion(world, account, adGroup, parsed(ProductGroupPromotionCreate, item)),
    )
    return { id, account }
  },
})
