import type { EntityStatus } from '#server/domain/ads/status.ts'
import type { Change } from '#server/domain/rules/change.ts'
import type { Kind } from '#server/domain/rules/shared-rules.ts'
import type { ProductGroupPromotion } from './schema.ts'

/** What the rules of product group promotions are given. */
export interface PromotionFacts extends Change<ProductGroupPromotion> {
  /** The status of its ad group and that of the ad group's campaign. */
  readonly above: { readonly ad_group: EntityStatus; readonly campaign: EntityStatus }
}

/** What the rules of product group promotions are named after. */
export const promotion: Kind = {
  name: 'product_group_promotion',
  create: 'product_group_promotions/create',
  update: 'product_group_promotions/update',
}
