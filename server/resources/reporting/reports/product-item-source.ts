import { findItemBySequence } from '#server/resources/catalogs/items/repository.ts'
import type { World } from '#server/worlds/world.ts'
import { breakdownOf, type ListedValues } from '../delivery/breakdown.ts'
import { attributesOf, figureRequest, type RowSource, rowMaker, rowsOf } from './row-source.ts'
import type { RowBatch } from './rows.ts'
import type { ShownItems } from './shown-items.ts'

const none: readonly string[] = []

/**
 * Yields the rows of product items, by product group promotion and item. Each impression of a promotion is of one of the
 * items that it shows, so that the rows of a promotion make its figures (assumed, as are the shares of items).
 */
export async function* productItemRows(
  world: World,
  source: RowSource,
  shownItems: ShownItems,
): AsyncGenerator<RowBatch> {
  const listItems: ListedValues = async ({ adIds, pinIds }) => {
    const listed = new Map<number, readonly string[]>()
    for (let promotion = pinIds.length; promotion < adIds.length; promotion++) {
      listed.set(promotion, await shownItems(adIds[promotion] as string))
    }
    return (ad) => listed.get(ad) ?? none
  }
  const parts = breakdownOf(world, figureRequest(source, source.periods), 'PRODUCT_ITEM', listItems)
  for await (const { id, value, sums } of parts) {
    const item = findItemBySequence(world.readable, Number(value))
    if (item === undefined) continue
    const ofPromotion = attributesOf(world, source, id)
    const attributes = source.columns.attributes.map(
      ({ ofItem }, index) => ofItem?.(item) ?? ofPromotion[index] ?? null,
    )
    yield [{ id, attributes, rows: rowsOf(source.periods, sums, rowMaker(source), { attributes }) }]
  }
}
