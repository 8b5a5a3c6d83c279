import type { EntityStatus } from '#server/domain/ads/status.ts'
import type { Change } from '#server/domain/rules/change.ts'
import type { Kind } from '#server/domain/rules/shared-rules.ts'
import type { ProductGroupPromotion } from './schema.ts'

/** The facts that the rules of product group promotions evaluate. */
export interface ProductGroupPromotionFacts extends Change<ProductGroupPromotion> {
  /** The statuses of its ad group and campaign. */
  readonly above: { readonly ad_group: EntityStatus; readonly campaign: EntityStatus }
}

/** The kind of entity and the operations that the rules of product group promotions name. */
export const productGroupPromotion: Kind = {
  name: 'product_group_promotion',
  create: 'product_group_promotions/create',
  update: 'product_group_promotions/update',
}
