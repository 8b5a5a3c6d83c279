import { editedStatus, entityKind } from '../../edits/kind.ts'
import { EntityStatus } from '../../http/fields.ts'
import type { World } from '../../world.ts'
import { type PromotionRow, updatePromotion } from './repository.ts'

/** Product group promotions: any status but that of a draft. */
export const promotionKind = entityKind({
  name: 'product_group_promotions',
  change: { status: EntityStatus.optional() },
  edit({ db }: World, row: PromotionRow, change) {
    const status = editedStatus(row.status, change.status)
    const json = JSON.stringify({ ...JSON.parse(row.json), status })
    updatePromotion(db, { ...row, status, json })
    return json
  },
})
