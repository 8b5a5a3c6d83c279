import { editableEntity, editedRow, editedStatus } from '#server/contracts/editable-entity.ts'
import { EntityStatus } from '#server/http/schema/fields.ts'
import type { World } from '#server/worlds/world.ts'
import { type ProductGroupPromotionRow, productGroupPromotionTable } from './repository.ts'

/** Direct edits of product group promotions: the status, unless it is a draft. */
export const productGroupPromotionKind = editableEntity({
  name: 'product_group_promotions',
  change: { status: EntityStatus.optional() },
  edit({ db }: World, row: ProductGroupPromotionRow, change) {
    const status = editedStatus(row.status, change.status)
    return productGroupPromotionTable.update(db, editedRow(row, { status })).json
  },
})
