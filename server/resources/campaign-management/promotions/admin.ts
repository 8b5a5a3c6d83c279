import { editableEntity, editedRow } from '#server/contracts/editable-entity.ts'
import { EntityStatus, UnixTime } from '#server/http/schema/fields.ts'
import type { World } from '#server/worlds/world.ts'
import { type PromotionRow, promotionTable } from './repository.ts'
import { promotionText } from './serialize.ts'

/** Direct edits of promotions: the status, which the API only reads since version 5.28, and the dates. */
export const promotionKind = editableEntity({
  name: 'promotions',
  change: {
    status: EntityStatus.optional(),
    start_time: UnixTime.optional(),
    end_time: UnixTime.optional(),
  },
  edit({ db, clock }: World, row: PromotionRow, change) {
    return promotionText(promotionTable.update(db, editedRow(row, change)), clock.seconds())
  },
})
