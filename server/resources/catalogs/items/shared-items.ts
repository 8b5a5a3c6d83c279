import type { Database } from '#db/database.ts'
import { perDb } from '#db/statements.ts'
import { deleteItem } from './blocks.ts'
import type { CatalogMarket, ItemRow } from './rows.ts'
import { itemUpserter } from './upsert.ts'

/** What another feed brings of an item that a feed has stored since. */
interface SharedRow extends Pick<ItemRow, 'item_key' | 'updated_at' | 'json'> {
  readonly feed_id: string
}

const ofItem = 'catalog = ? AND item_key = ? AND country = ? AND language = ?'

type Key = [catalog: number, key: string, country: string, language: string]

const statements = perDb((db) => ({
  keep: db.prepare<[...Key, string]>(
    `INSERT OR REPLACE INTO shared_items (catalog, feed_id, item_key, country, language, updated_at, json)
     SELECT catalog, feed_id, item_key, country, language, updated_at, json FROM items WHERE ${ofItem} AND feed_id <> ?`,
  ),
  forgetOf: db.prepare<[...Key, string]>(`DELETE FROM shared_items WHERE ${ofItem} AND feed_id = ?`),
  forgetAll: db.prepare<Key>(`DELETE FROM shared_items WHERE ${ofItem}`),
  latest: db.prepare<Key, SharedRow>(`SELECT * FROM shared_items WHERE ${ofItem} ORDER BY seq DESC LIMIT 1`),
  someOfFeed: db.prepare<[string, number, number]>(
    'DELETE FROM shared_items WHERE seq IN (SELECT seq FROM shared_items WHERE feed_id = ? AND updated_at < ? LIMIT ?)',
  ),
}))

const keyOf = ({ catalog, country, language }: CatalogMarket, key: string): Key => [catalog, key, country, language]

/** Keeps what another feed brings of an item that a feed is about to store. */
export function keepForOtherFeed(db: Database, catalogMarket: CatalogMarket, key: string, feedId: string): void {
  const { keep, forgetOf } = statements(db)
  keep.run(...keyOf(catalogMarket, key), feedId)
  forgetOf.run(...keyOf(catalogMarket, key), feedId)
}

/** Forgets what feeds bring of an item that is deleted whatever they bring. */
export const forgetSharedItem = (db: Database, catalogMarket: CatalogMarket, key: string): void =>
  void statements(db).forgetAll.run(...keyOf(catalogMarket, key))

/** Takes an item from the feed that stored it last: it goes back to the feed before, or is deleted where there is none. */
export function takeFromFeed(db: Database, item: Pick<ItemRow, 'seq' | 'item_key'> & CatalogMarket): void {
  const key = keyOf(item, item.item_key)
  const shared = statements(db).latest.get(...key)
  if (shared === undefined) {
    deleteItem(db, 'seq = ?', item.seq)
    return
  }
  const { item_key, json, feed_id: feedId, updated_at: at } = shared
  itemUpserter(db, item, { feedId, at })([{ key: item_key, attributes: JSON.parse(json) }])
  statements(db).forgetOf.run(...key, feedId)
}

/** Forgets some of what a feed brought before a time and no longer brings. Returns whether all of it is forgotten. */
export const forgetSomeOfFeed = (db: Database, feedId: string, before: number, limit: number): boolean =>
  statements(db).someOfFeed.run(feedId, before, limit).changes < limit
