import type { Database } from '#db/database.ts'
import { maxSequence } from '#db/row-validation.ts'
import { perDb, prepared } from '#db/statements.ts'
import { idStride } from '#server/domain/ids.ts'
import { deleteItem } from './blocks.ts'
import { deletedFeeds, isSeen, isSeenAnywhere } from './deleted-feeds.ts'
import { productPinIdRange } from './resource.ts'
import type { Arrival, CatalogMarket, ItemRow, NewItem, OwnedItemRow } from './rows.ts'
import { forgetSharedItem, forgetSomeOfFeed, keepForOtherFeed, takeFromFeed } from './shared-items.ts'
import { endOfStep } from './steps.ts'
import { itemsTogether, itemUpserter } from './upsert.ts'

type Taken = Pick<ItemRow, 'seq' | 'item_key'> & CatalogMarket

const taken = 'seq, item_key, catalog, country, language'

const statements = perDb((db) => ({
  someOfFeed: db.prepare<[string, number], Taken>(`SELECT ${taken} FROM items WHERE feed_id = ? ORDER BY seq LIMIT ?`),
  expired: db.prepare<[string, number, number, number, number], Taken>(
    `SELECT ${taken} FROM items INDEXED BY items_by_feed
      WHERE feed_id = ? AND seq > ? AND seq <= ? AND updated_at < ? ORDER BY seq LIMIT ?`,
  ),
  promote: db.prepare<[number]>('UPDATE items SET has_been_promoted = 1 WHERE seq = ?'),
}))

const isNamed = 'catalog = ? AND item_key = ? AND country = ? AND language = ?'

/** Returns the item of a catalog in a market that has the merchant's id. */
export const findItem = (
  db: Database,
  { catalog, country, language }: CatalogMarket,
  key: string,
): ItemRow | undefined =>
  prepared(db)(`SELECT * FROM items WHERE ${isNamed} AND ${isSeen(db)}`).get(catalog, key, country, language) as
    | ItemRow
    | undefined

/** Returns the item with this sequence number, with the user whose catalog has it. */
export const findItemBySequence = (db: Database, sequence: number): OwnedItemRow | undefined =>
  prepared(db)(`SELECT items.*, users.id AS owner_id, users.username FROM items
    JOIN catalogs ON catalogs.seq = items.catalog JOIN users ON users.id = catalogs.owner_id
    WHERE items.seq = ? AND ${isSeen(db)}`).get(sequence) as OwnedItemRow | undefined

/** Returns SQL that selects the item whose product Pin has the id in a column, which must be an id of a Pin. */
export function itemOfProductPin(column: string): string {
  const sequence = `(CAST(${column} AS INTEGER) - ${productPinIdRange.first}) / ${idStride}`
  return `SELECT 1 FROM items AS item WHERE item.seq = ${sequence} AND ${isSeenAnywhere('item')}`
}

/** Marks the product Pin of an item as promoted by an ad. */
export const markItemPromoted = (db: Database, sequence: number): void => void statements(db).promote.run(sequence)

/**
 * Stores items of a catalog in a market: new ones, and those that are there with all of their attributes replaced. An item
 * that is there keeps its place and the time of its creation; one of another feed becomes the arriving feed's.
 */
export function upsertItems(
  db: Database,
  catalogMarket: CatalogMarket,
  items: Iterable<NewItem>,
  arrival: Arrival,
): void {
  const store = itemUpserter(db, catalogMarket, arrival)
  const { catalog, country, language } = catalogMarket
  const areAllSeen = deletedFeeds(db).length === 0
  let pending: NewItem[] = []
  for (const item of items) {
    // An item of a deleted feed is gone: the new one does not take its place.
    if (!areAllSeen) deleteItem(db, `${isNamed} AND NOT ${isSeen(db)}`, catalog, item.key, country, language)
    if (arrival.hasOthers === true && arrival.feedId !== null)
      keepForOtherFeed(db, catalogMarket, item.key, arrival.feedId)
    if (pending.push(item) < itemsTogether) continue
    store(pending)
    pending = []
  }
  store(pending)
}

/** Deletes an item of a catalog in a market by the merchant's id, whichever feeds bring it. Returns whether it was there. */
export function removeItem(db: Database, catalogMarket: CatalogMarket, key: string): boolean {
  const { catalog, country, language } = catalogMarket
  forgetSharedItem(db, catalogMarket, key)
  return deleteItem(db, `${isNamed} AND ${isSeen(db)}`, catalog, key, country, language)
}

/** How many items one step deletes, and how many it looks at. */
export interface StepSize {
  readonly deleted: number
  readonly looked: number
}

/** The sizes of steps: short ones are for work that calls wait for. */
export const stepSizes = { long: { deleted: 25, looked: 250 }, short: { deleted: 4, looked: 40 } } as const

/** The items of a feed that expire: those that were last stored before a time. */
export interface Expiry {
  readonly feedId: string
  readonly before: number
}

/**
 * Takes one step of the expiry of a feed's items. Those that another feed brings too are its items from then on.
 *
 * @param after The `seq` of the last item that is done.
 * @returns That of the next; undefined where all are done.
 */
export function expireItems(
  db: Database,
  { feedId, before }: Expiry,
  after: number,
  { deleted, looked }: StepSize = stepSizes.long,
): number | undefined {
  const to = endOfStep(db, { feedId }, after, looked)
  const expired = statements(db).expired.all(feedId, after, to ?? maxSequence, before, deleted)
  for (const item of expired) takeFromFeed(db, item)
  // Where one step cannot delete all that it has found, the next one begins behind the last that is deleted.
  if (expired.length === deleted) return expired.at(-1)?.seq
  return to ?? (forgetSomeOfFeed(db, feedId, before, deleted) ? undefined : after)
}

/** Deletes some items of a feed, except those that another feed brings. Returns whether the feed has none left. */
export function removeSomeOfFeed(db: Database, feedId: string, limit: number = stepSizes.long.deleted): boolean {
  const items = statements(db).someOfFeed.all(feedId, limit)
  for (const item of items) takeFromFeed(db, item)
  return items.length < limit && forgetSomeOfFeed(db, feedId, Number.MAX_SAFE_INTEGER, limit)
}
