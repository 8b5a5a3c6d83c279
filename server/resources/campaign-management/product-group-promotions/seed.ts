import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { ProductGroupPromotionCreate } from './schema.ts'
import { createProductGroupPromotion, promotingAdGroup } from './service.ts'

/** The seed section of product group promotions, each of an ad group. */
export const productGroupPromotionSeed = seedSection({
  name: 'product_group_promotions',
  creation: ProductGroupPromotionCreate,
  suppliedByAlias: ['ad_group_id'],
  shape: { ad_group: aliasOf('ad_groups'), product_group: aliasOf('product_groups').optional() },
  pull: {
    lists: [
      {
        operation: 'product_group_promotions/list',
        query: { entity_statuses: 'ACTIVE,PAUSED,ARCHIVED,DRAFT', order: 'ASCENDING' },
        within: { section: 'ad_groups', parameter: 'ad_group_id', mark: 'products' },
      },
    ],
    fields: (entity) => ({ ...entity, product_group_id: entity.catalog_product_group_id }),
  },
  create({ world, named, idNamed, parsed, stored }, { ad_group, product_group, ...fields }) {
    const { id: adGroupId, account } = named('ad_groups', ad_group)
    const item =
      product_group === undefined
        ? fields
        : { ...fields, catalog_product_group_id: idNamed('product_groups', product_group) }
    const adGroup = promotingAdGroup(world, account, adGroupId)
    const { id } = stored(
      createProductGroupPromotion(world, account, adGroup, parsed(ProductGroupPromotionCreate, item)),
    )
    return { id, account }
  },
})
