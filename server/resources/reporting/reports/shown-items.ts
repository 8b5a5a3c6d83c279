import { adAccountRow } from '#server/resources/accounts/ad-accounts/service.ts'
import { productGroupPromotionTable } from '#server/resources/campaign-management/product-group-promotions/repository.ts'
import type { ProductGroupPromotion } from '#server/resources/campaign-management/product-group-promotions/schema.ts'
import { pageInSteps } from '#server/resources/catalogs/product-groups/matching-in-steps.ts'
import { productGroupTable } from '#server/resources/catalogs/product-groups/repository.ts'
import { selectionOfGroup, selectionsOf } from '#server/resources/catalogs/product-groups/selection.ts'
import { readInSteps } from '#server/worlds/read-in-steps.ts'
import type { World } from '#server/worlds/world.ts'

/** How many items of a product group are shown: the first ones. Assumed. */
const mostShown = 20

/** Returns the sequences of the items that a product group promotion shows, as texts. */
export type ShownItems = (promotionId: string) => Promise<readonly string[]>

/** Returns what looks up the items that promotions of an ad account show, those of each promotion once. */
export function shownItemsOf(world: World, accountId: string): ShownItems {
  const known = new Map<string, Promise<readonly string[]>>()
  return (promotionId) => {
    const shown = known.get(promotionId) ?? lookUp(world, accountId, promotionId)
    known.set(promotionId, shown)
    return shown
  }
}

/** Returns the items that are in the product group of a promotion now. */
async function lookUp(world: World, accountId: string, promotionId: string): Promise<readonly string[]> {
  const db = world.readable
  const promotion = productGroupPromotionTable.find(db, accountId, promotionId)
  if (promotion === undefined) return []
  const { catalog_product_group_id: groupId }: ProductGroupPromotion = JSON.parse(promotion.json)
  const ownerId = adAccountRow(world, accountId).owner_id
  const group = groupId === null ? undefined : productGroupTable.find(db, ownerId, groupId)
  const selection = group && selectionOfGroup(db, group)
  if (selection === undefined) return []
  const items = await readInSteps(world, () =>
    pageInSteps(
      { open: () => world.readable, selection, selectionOf: selectionsOf(world.readable, ownerId) },
      { limit: mostShown },
    ),
  )
  return items.map(({ seq }) => String(seq))
}
