import { adAccountRow } from '#server/resources/accounts/ad-accounts/service.ts'
import { productGroupPromotionTable } from '#server/resources/campaign-management/product-group-promotions/repository.ts'
import type { ProductGroupPromotion } from '#server/resources/campaign-management/product-group-promotions/schema.ts'
import type { ItemRow } from '#server/resources/catalogs/items/rows.ts'
import { pageInSteps } from '#server/resources/catalogs/product-groups/matching-in-steps.ts'
import { productGroupTable } from '#server/resources/catalogs/product-groups/repository.ts'
import { selectionOfGroup, selectionsOf } from '#server/resources/catalogs/product-groups/selection.ts'
import { readInSteps } from '#server/worlds/read-in-steps.ts'
import type { World } from '#server/worlds/world.ts'

/** How many items of a product group are shown: the first ones. Assumed. */
const mostShown = 20

/** Returns the items that a product group promotion shows: those that are in its product group now. */
export async function shownItems(world: World, accountId: string, promotionId: string): Promise<readonly ItemRow[]> {
  const db = world.readable
  const promotion = productGroupPromotionTable.find(db, accountId, promotionId)
  if (promotion === undefined) return []
  const { catalog_product_group_id: groupId }: ProductGroupPromotion = JSON.parse(promotion.json)
  const ownerId = adAccountRow(world, accountId).owner_id
  const group = groupId === null ? undefined : productGroupTable.find(db, ownerId, groupId)
  const selection = group && selectionOfGroup(db, group)
  if (selection === undefined) return []
  return readInSteps(world, () =>
    pageInSteps(
      { open: () => world.readable, selection, selectionOf: selectionsOf(world.readable, ownerId) },
      { limit: mostShown },
    ),
  )
}
