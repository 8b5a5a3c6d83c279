import type { Resource } from '#server/contracts/resource.ts'
import type { Deprecation } from '#server/domain/errors/deprecations.ts'
import { namedErrors } from '#server/domain/errors/entry.ts'
import { assumedNotFound } from '#server/domain/errors/not-found.ts'
import { idRange } from '#server/domain/ids.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { deliveryHistory } from '#server/resources/accounts/delivery-history/resource.ts'
import { catalogs } from '#server/resources/catalogs/catalogs/resource.ts'
import { productGroups } from '#server/resources/catalogs/product-groups/resource.ts'
import { adGroups } from '../ad-groups/resource.ts'
import { campaigns } from '../campaigns/resource.ts'

/** The id range of product group promotions. */
export const productGroupPromotionIdRange = idRange('product_group_promotion', 2_681_000_000_000n)

/** The error for an unknown id of a product group promotion in a path. */
export const productGroupPromotionErrors = namedErrors({
  'product_group_promotion.path': assumedNotFound('Product group promotion not found.'),
})

const deprecations: readonly Deprecation[] = [
  {
    field: 'product_group_promotion[].creative_type',
    value: 'SHOP_THE_PIN',
    note: 'COLLECTION took its place',
    evidence: 'documented',
    source: 'S523 CreativeType',
  },
  {
    field: 'product_group_promotion[].ad_group_id',
    note: 'no effect: the one beside the list counts',
    evidence: 'assumed',
    source: 'a decision of this project',
  },
  {
    field: 'product_group_promotion[].grid_click_type',
    note: 'no effect',
    evidence: 'assumed',
    source: 'a decision of this project',
  },
]

/** The product group promotions resource. */
export const productGroupPromotions: Resource = {
  name: 'product_group_promotions',
  parents: [adAccounts, deliveryHistory, catalogs, productGroups, campaigns, adGroups],
  tags: { product_group_promotions: 'A product group promotion: catalog products shown by an ad group.' },
  ids: [productGroupPromotionIdRange],
  errors: productGroupPromotionErrors,
  operations: {
    'product_group_promotions/list': {},
    'product_group_promotions/create': { maxItems: 30, deprecations },
    'product_group_promotions/update': { maxItems: 30, deprecations },
    'product_group_promotions/get': {},
  },
  routes: async () => (await import('./routes.ts')).productGroupPromotionRoutes,
  async rules() {
    const rules = await import('./rules.ts')
    return [
      rules.productGroupPromotionExists,
      ...rules.promotedGroupRules,
      ...rules.productGroupPromotionRules,
      ...rules.productGroupPromotionListRules,
    ]
  },
  seed: async () => (await import('./seed.ts')).productGroupPromotionSeed,
  edits: async () => (await import('./admin.ts')).productGroupPromotionKind,
}
