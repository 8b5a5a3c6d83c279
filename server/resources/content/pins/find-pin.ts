import type { Database } from '#db/database.ts'
import { sequenceIn } from '#server/domain/ids.ts'
import { findItemBySequence, itemOfProductPin } from '#server/resources/catalogs/items/repository.ts'
import { productPinIdRange } from '#server/resources/catalogs/items/resource.ts'
import { productPin } from './product-pin.ts'
import { type FoundPin, pinTable } from './repository.ts'

/** Returns the Pin with this id, whoever owns it: a stored one, or the product Pin of an item. */
export const findPin = (db: Database, id: string): FoundPin | undefined =>
  pinTable.find(db, id) ?? findProductPin(db, id)

function findProductPin(db: Database, id: string): FoundPin | undefined {
  const sequence = sequenceIn(productPinIdRange, id)
  const item = sequence === undefined ? undefined : findItemBySequence(db, sequence)
  return item && productPin(item, { id: item.owner_id, username: item.username })
}

/** Returns the condition of SQL that `findPin` finds nothing for a column, which has or had the id of a Pin. */
export const isPinDeleted = (column: string): string =>
  `(NOT EXISTS (SELECT 1 FROM pins WHERE id = ${column}) AND NOT EXISTS (${itemOfProductPin(column)}))`
