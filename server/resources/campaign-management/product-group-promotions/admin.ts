import { editableEntity, editedRow, editedStatus } from '#server/contracts/editable-entity.ts'
import { EntityStatus } from '#server/http/schema/fields.ts'
import { keepPast } from '#server/resources/accounts/delivery-history/repository.ts'
import type { World } from '#server/worlds/world.ts'
import { adGroupTable } from '../ad-groups/repository.ts'
import { type ProductGroupPromotionRow, productGroupPromotionTable } from './repository.ts'
import { pastOf } from './service.ts'

/** Direct edits of product group promotions: the status, unless it is a draft. */
export const productGroupPromotionKind = editableEntity({
  name: 'product_group_promotions',
  change: { status: EntityStatus.optional() },
  edit({ db, clock }: World, row: ProductGroupPromotionRow, change) {
    const after = editedRow(row, { status: editedStatus(row.status, change.status) })
    const campaignId = adGroupTable.find(db, row.ad_account_id, row.ad_group_id)?.campaign_id ?? ''
    keepPast(
      db,
      pastOf(row, row.ad_account_id, campaignId),
      JSON.parse(row.json),
      JSON.parse(after.json),
      clock.seconds(),
    )
    return productGroupPromotionTable.update(db, after).json
  },
})
