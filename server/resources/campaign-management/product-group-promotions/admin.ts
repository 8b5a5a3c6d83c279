import { fieldEdits } from '#server/contracts/field-edits.ts'
import { EntityStatus } from '#server/http/schema/fields.ts'
import { productGroupPromotionTable } from './repository.ts'

/** Direct edits of product group promotions: the status, unless it is a draft. */
export const productGroupPromotionKind = fieldEdits('product_group_promotions', productGroupPromotionTable, {
  fields: { status: EntityStatus },
  keepsDrafts: true,
})
