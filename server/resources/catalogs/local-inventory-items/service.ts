import type { Database } from '#db/database.ts'
import { idOf } from '#server/domain/ids.ts'
import {
  findLocalItem,
  type ListedInventoryRow,
  type LocalAttributes,
  type LocalInventoryRow,
  localInventoryTable,
  selectLocalInventory,
} from './repository.ts'
import { localInventoryItemIdRange } from './resource.ts'
import type { LocalInventoryQuery } from './schema.ts'

/** What a store has of an item, and when it says so: milliseconds since 1970. */
export interface LocalArrival {
  readonly storeId: string
  readonly key: string
  readonly attributes: LocalAttributes
  readonly at: number
}

/** Stores what a store has of an item. What is there keeps its place and the time of its creation. */
export function storeLocalItem(db: Database, { storeId, key, attributes, at }: LocalArrival): LocalInventoryRow {
  const stored = findLocalItem(db, storeId, key)
  if (stored !== undefined) return localInventoryTable.update(db, { ...stored, ...attributes, updated_at: at })
  const seq = localInventoryTable.nextSequence(db)
  const id = idOf(localInventoryItemIdRange, seq)
  const times = { created_at: at, updated_at: at }
  return localInventoryTable.insert(db, { seq, id, store_id: storeId, item_key: key, ...attributes, ...times })
}

/** Returns the local inventory of a catalog that filters choose, in their order, each item once. */
export function localInventoryOf(
  db: Database,
  catalogId: string,
  { item_filters }: LocalInventoryQuery,
): readonly ListedInventoryRow[] {
  // One that is sent a thousand times would read a large inventory as often.
  const filters = new Map(item_filters.map((filter) => [JSON.stringify([filter.item_id, filter.store_code]), filter]))
  const rows = [...filters.values()].flatMap((filter) => selectLocalInventory(db, catalogId, filter))
  return [...new Map(rows.map((row) => [row.seq, row])).values()]
}
