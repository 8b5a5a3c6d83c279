import type { ProbeCase } from '../probe-case.ts'

/** What lists of product group promotions take. */
export const productGroupPromotionCases: readonly ProbeCase[] = [
  {
    rule: 'product_group_promotion.list.filter',
    refused: { operation: 'product_group_promotions/list' },
    passes: { operation: 'product_group_promotions/list', query: { ad_group_id: '{{cboGroup.id}}' } },
  },
]
