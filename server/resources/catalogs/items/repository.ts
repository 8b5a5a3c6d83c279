import type { Database } from '#db/database.ts'
import { perDb } from '#db/statements.ts'
import type { ItemColumns } from '#server/domain/catalogs/item-columns.ts'
import type { Market } from '#server/domain/catalogs/market.ts'
import { itemUpserter } from './upsert.ts'

/** An item as it is stored. */
export interface ItemRow extends ItemColumns, Market {
  readonly seq: number
  /** The `seq` of its catalog. */
  readonly catalog: number
  /** The feed that brought it; null for an item of a batch. */
  readonly feed_id: string | null
  /** The id that the merchant gives it: `item_id`, `hotel_id` or `creative_assets_id` in the API. */
  readonly item_key: string
  /** Milliseconds since 1970. */
  readonly created_at: number
  readonly updated_at: number
  /** Its attributes as the API has them. */
  readonly json: string
}

/** The items of one catalog in one market. */
export interface Shelf extends Market {
  /** The `seq` of the catalog. */
  readonly catalog: number
}

/** An item to be stored, by the merchant's id. */
export interface NewItem {
  readonly key: string
  readonly attributes: Readonly<Record<string, unknown>>
}

/** Where items come from and when: milliseconds since 1970. */
export interface Arrival {
  readonly feedId: string | null
  readonly at: number
}

const statements = perDb((db) => ({
  one: db.prepare<[number, string, string, string], ItemRow>(
    'SELECT * FROM items WHERE catalog = ? AND item_key = ? AND country = ? AND language = ?',
  ),
  remove: db.prepare<[number, string, string, string]>(
    'DELETE FROM items WHERE catalog = ? AND item_key = ? AND country = ? AND language = ?',
  ),
  expire: db.prepare<[string, number]>('DELETE FROM items WHERE feed_id = ? AND updated_at < ?'),
  removeOfFeed: db.prepare<[string]>('DELETE FROM items WHERE feed_id = ?'),
  countOfFeed: db.prepare<[string], number>('SELECT count(*) FROM items WHERE feed_id = ?').pluck(),
}))

/** Returns the item of a shelf with the merchant's id. */
export const findItem = (db: Database, { catalog, country, language }: Shelf, key: string): ItemRow | undefined =>
  statements(db).one.get(catalog, key, country, language)

/**
 * Stores items of a shelf: new ones, and those that are there with all of their attributes replaced. An item that is
 * there keeps its place and the time of its creation.
 */
export function upsertItems(db: Database, shelf: Shelf, items: Iterable<NewItem>, arrival: Arrival): void {
  const upsert = itemUpserter(db)
  for (const item of items) upsert(shelf, item, arrival)
}

/** Deletes an item of a shelf by the merchant's id. Returns whether it was there. */
export const removeItem = (db: Database, { catalog, country, language }: Shelf, key: string): boolean =>
  statements(db).remove.run(catalog, key, country, language).changes > 0

/** Deletes the items of a feed that were last stored before a time, and returns their number. */
export const expireItems = (db: Database, feedId: string, before: number): number =>
  statements(db).expire.run(feedId, before).changes

/** Deletes all items of a feed. */
export const removeItemsOfFeed = (db: Database, feedId: string): void => void statements(db).removeOfFeed.run(feedId)

/** Returns the number of items that a feed has. */
export const countItemsOfFeed = (db: Database, feedId: string): number => statements(db).countOfFeed.get(feedId) ?? 0
