import { isFinal } from '#server/domain/ads/status.ts'
import { changeRules, isNew } from '#server/domain/rules/change.ts'
import { existenceRule } from '#server/domain/rules/existence-rule.ts'
import type { Rule } from '#server/domain/rules/rule.ts'
import { lockRules, statusRules } from '#server/domain/rules/shared-rules.ts'
import { type ProductGroupPromotionFacts, productGroupPromotion } from './facts.ts'

const trackingUrlLength = 4000

/** Refuses a batch item whose product group promotion the ad group does not have. */
export const productGroupPromotionExists = existenceRule({
  id: 'product_group_promotion.exists',
  operations: [productGroupPromotion.update],
  fields: ['id'],
  message: 'Product group promotion not found in this ad group.',
  passes: 'The id of a product group promotion of this ad group.',
})

/** The facts that the rule about the promoted product group evaluates. */
export interface PromotedGroupFacts {
  readonly id: string | null
  /** Whether the business of the ad account has a catalog. */
  readonly hasCatalog: boolean
  readonly found: unknown
}

/** Refuses a new or newly active promotion of a product group that is in no catalog of the business. */
export const promotedGroupRules: readonly Rule<PromotedGroupFacts>[] = [
  {
    id: 'product_group_promotion.product-group.exists',
    operations: [productGroupPromotion.create, productGroupPromotion.update],
    fields: ['catalog_product_group_id'],
    refuses: 'item',
    evidence: 'assumed',
    source: 'F89: S523 for the code and the text; that it refuses a promotion is a decision of this project',
    code: 4180,
    message: 'Sorry! We could not find your catalogs product group.',
    literal: true,
    passes: 'The id of a product group of the business; any id where the business has no catalog.',
    sent: ({ id }) => id,
    violated: ({ id, hasCatalog, found }) => id !== null && hasCatalog && found === undefined,
  },
]

/** Every rule about a product group promotion's content, in the order in which violations are reported. */
export const productGroupPromotionRules: readonly Rule<ProductGroupPromotionFacts>[] =
  changeRules<ProductGroupPromotionFacts>([
    ...statusRules(productGroupPromotion),
    ...lockRules<ProductGroupPromotionFacts>(productGroupPromotion, ['creative_type'], {
      evidence: 'documented',
      source: 'GUIDE Campaign Status',
    }),
    {
      id: 'product_group_promotion.ad-group.open',
      isOfCalls: true,
      operations: [productGroupPromotion.create, productGroupPromotion.update],
      fields: ['ad_group_id'],
      evidence: 'assumed',
      source: 'a decision of this project, as for ad groups under a campaign',
      code: 1,
      message: 'ad_group_id must be of an ad group that is neither ARCHIVED nor DELETED_DRAFT, nor is its campaign.',
      sent: ({ above }) => above,
      violated: (facts) => isNew(facts) && (isFinal(facts.above.ad_group) || isFinal(facts.above.campaign)),
    },
    {
      id: 'product_group_promotion.tracking-url.length',
      operations: [productGroupPromotion.create, productGroupPromotion.update],
      fields: ['tracking_url'],
      evidence: 'documented',
      source: 'S523 ProductGroupPromotion; the code is assumed',
      code: 1,
      message: 'tracking_url takes at most 4,000 characters.',
      sent: ({ after }) => `${after.tracking_url?.length} characters`,
      violated: ({ after }) => (after.tracking_url?.length ?? 0) > trackingUrlLength,
    },
  ])

/** The facts that the rules about a list of product group promotions evaluate: its filters. */
export interface ProductGroupPromotionListFacts {
  readonly ad_group_id?: unknown
  readonly product_group_promotion_ids?: unknown
}

/** Rules about a list; each refuses the request. */
export const productGroupPromotionListRules: readonly Rule<ProductGroupPromotionListFacts>[] = [
  {
    id: 'product_group_promotion.list.filter',
    operations: ['product_group_promotions/list'],
    fields: ['ad_group_id', 'product_group_promotion_ids'],
    refuses: 'request',
    evidence: 'documented',
    source: 'S523 product_group_promotions/list; the code is assumed',
    code: 1,
    message: 'Invalid request: ad_group_id or product_group_promotion_ids is required.',
    violated: ({ ad_group_id, product_group_promotion_ids }) =>
      ad_group_id === undefined && product_group_promotion_ids === undefined,
  },
]
