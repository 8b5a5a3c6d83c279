import type { Database } from '#db/database.ts'
import { perDb, prepared } from '#db/statements.ts'
import { rootTable } from '#db/table.ts'
import { isSeen } from '../items/deleted-feeds.ts'

/** What a store says of an item that it has. */
export interface LocalAttributes {
  readonly availability: 'in stock' | 'out of stock' | 'preorder'
  readonly price: string
  readonly sale_price: string | null
  readonly ad_link: string | null
}

/** An item of local inventory as it is stored. */
export interface LocalInventoryRow extends LocalAttributes {
  readonly seq: number
  readonly id: string
  readonly store_id: string
  /** The id that the merchant gives the item. */
  readonly item_key: string
  /** Milliseconds since 1970. */
  readonly created_at: number
  readonly updated_at: number
}

/** An item of local inventory with the store that has it, as JSON text. */
export type ListedInventoryRow = LocalInventoryRow & { readonly store: string }

/** The table of the local inventory of all stores. */
export const localInventoryTable = rootTable<LocalInventoryRow>('local_inventory_items')

/** What a filter of local inventory narrows it to. */
export interface InventoryFilter {
  readonly item_id?: string | undefined
  readonly store_code?: string | undefined
}

const selecting = (db: Database, condition: string): string =>
  `SELECT l.*, s.json AS store FROM catalogs AS c
    CROSS JOIN local_stores AS s ON s.catalog_id = c.id
    CROSS JOIN local_inventory_items AS l ON l.store_id = s.id
    WHERE c.id = ? ${condition} 
      AND EXISTS (SELECT 1 FROM items WHERE catalog = c.seq AND item_key = l.item_key AND ${isSeen(db)})
    ORDER BY l.seq`

const statements = perDb((db) => ({
  one: db.prepare<[string, string], LocalInventoryRow>(
    'SELECT * FROM local_inventory_items WHERE store_id = ? AND item_key = ?',
  ),
}))

/** Returns what a store has of an item. */
export const findLocalItem = (db: Database, storeId: string, key: string): LocalInventoryRow | undefined =>
  statements(db).one.get(storeId, key)

/** Whether a catalog has an item with this id of the merchant, in any market. */
export const hasItem = (db: Database, catalogId: string, key: string): boolean =>
  prepared(db)(
    `SELECT 1 FROM catalogs AS c CROSS JOIN items AS i ON i.catalog = c.seq
      WHERE c.id = ? AND i.item_key = ? AND ${isSeen(db, 'i')} LIMIT 1`,
  ).get(catalogId, key) !== undefined

/** Returns the local inventory of a catalog that a filter chooses, as far as the catalog still has its items. */
export function selectLocalInventory(
  db: Database,
  catalogId: string,
  { item_id, store_code }: InventoryFilter,
): readonly ListedInventoryRow[] {
  const narrowing = [
    ...(item_id === undefined ? [] : [['AND l.item_key = ?', item_id] as const]),
    ...(store_code === undefined ? [] : [['AND s.store_code = ?', store_code] as const]),
  ]
  const sql = selecting(db, narrowing.map(([condition]) => condition).join(' '))
  return prepared(db)(sql).all(catalogId, ...narrowing.map(([, value]) => value)) as readonly ListedInventoryRow[]
}
