import type { Database } from '#db/database.ts'
import { perDb } from '#db/statements.ts'
import type { Arrival, CatalogMarket, ItemRow, NewItem } from './rows.ts'
import { itemUpserter } from './upsert.ts'

const statements = perDb((db) => ({
  one: db.prepare<[number, string, string, string], ItemRow>(
    'SELECT * FROM items WHERE catalog = ? AND item_key = ? AND country = ? AND language = ?',
  ),
  remove: db.prepare<[number, string, string, string]>(
    'DELETE FROM items WHERE catalog = ? AND item_key = ? AND country = ? AND language = ?',
  ),
  expire: db.prepare<[string, number]>('DELETE FROM items WHERE feed_id = ? AND updated_at < ?'),
  removeOfFeed: db.prepare<[string]>('DELETE FROM items WHERE feed_id = ?'),
}))

/** Returns the item of a catalog in a market that has the merchant's id. */
export const findItem = (
  db: Database,
  { catalog, country, language }: CatalogMarket,
  key: string,
): ItemRow | undefined => statements(db).one.get(catalog, key, country, language)

/**
 * Stores items of a catalog in a market: new ones, and those that are there with all of their attributes replaced. An item
 * that is there keeps its place and the time of its creation.
 */
export function upsertItems(
  db: Database,
  catalogMarket: CatalogMarket,
  items: Iterable<NewItem>,
  arrival: Arrival,
): void {
  const upsert = itemUpserter(db)
  for (const item of items) upsert(catalogMarket, item, arrival)
}

/** Deletes an item of a catalog in a market by the merchant's id. Returns whether it was there. */
export const removeItem = (db: Database, { catalog, country, language }: CatalogMarket, key: string): boolean =>
  statements(db).remove.run(catalog, key, country, language).changes > 0

/** Deletes the items of a feed that were last stored before a time, and returns their number. */
export const expireItems = (db: Database, feedId: string, before: number): number =>
  statements(db).expire.run(feedId, before).changes

/** Deletes all items of a feed. */
export const removeItemsOfFeed = (db: Database, feedId: string): void => void statements(db).removeOfFeed.run(feedId)
