import type { Database } from '#db/database.ts'
import { perDb } from '#db/statements.ts'
import type { CatalogMarket } from '../items/rows.ts'

/** An item by what the merchant calls it. */
export interface BidKey extends CatalogMarket {
  readonly key: string
}

type Key = [catalog: number, key: string, country: string, language: string]

const where = 'WHERE catalog = ? AND item_key = ? AND country = ? AND language = ?'

const statements = perDb((db) => ({
  find: db.prepare<Key, string>(`SELECT json FROM advanced_auction_bids ${where}`).pluck(),
  remove: db.prepare<Key>(`DELETE FROM advanced_auction_bids ${where}`),
  store: db
    .prepare<[...Key, string], number>(
      `INSERT INTO advanced_auction_bids (catalog, item_key, country, language, json) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (catalog, item_key, country, language) DO UPDATE SET json = excluded.json RETURNING seq`,
    )
    .pluck(),
}))

const valuesOf = ({ catalog, key, country, language }: BidKey): Key => [catalog, key, country, language]

/** Returns the bid options of an item as JSON text. */
export const findBid = (db: Database, key: BidKey): string | undefined => statements(db).find.get(...valuesOf(key))

/** Deletes the bid options of an item, if it has any. */
export const removeBid = (db: Database, key: BidKey): void => void statements(db).remove.run(...valuesOf(key))

/** Stores the bid options of an item in place of those that it had. Returns their number. */
export const storeBid = (db: Database, key: BidKey, json: string): number =>
  statements(db).store.get(...valuesOf(key), json) ?? 0
