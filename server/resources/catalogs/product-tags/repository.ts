import type { Database } from '#db/database.ts'
import { nextSequence, perDb, prepared } from '#db/statements.ts'
import { idOf } from '#server/domain/ids.ts'
import { isSeen } from '../items/deleted-feeds.ts'
import { productPinIdRange } from '../items/resource.ts'
import { productTagIdRange } from './resource.ts'

const statements = perDb((db) => ({
  list: db.prepare<[string], string>('SELECT product_pin FROM product_tags WHERE pin_id = ? ORDER BY seq').pluck(),
  // What a Pin is tagged with already stays where it is.
  add: db.prepare<[number, string, string, number, string]>(
    `INSERT INTO product_tags (seq, id, pin_id, item, product_pin) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (pin_id, item) DO NOTHING`,
  ),
  remove: db.prepare<[string, string]>('DELETE FROM product_tags WHERE pin_id = ? AND product_pin = ?'),
}))

/** Returns the `seq` of the user's first item with this id of the merchant. */
export const itemNamed = (db: Database, ownerId: string, key: string): number | undefined =>
  prepared(db)(
    `SELECT items.seq FROM items JOIN catalogs ON catalogs.seq = items.catalog
      WHERE catalogs.owner_id = ? AND items.item_key = ? AND ${isSeen(db)} ORDER BY items.seq LIMIT 1`,
  )
    .pluck()
    .get(ownerId, key) as number | undefined

/** Returns the ids of the product Pins that a Pin is tagged with. */
export const listProductTags = (db: Database, pinId: string): readonly string[] => statements(db).list.all(pinId)

/** Tags a Pin with an item, unless it is; returns the id of a new tag. */
export function addProductTag(db: Database, pinId: string, item: number): string {
  const seq = nextSequence(db, 'product_tags')
  const id = idOf(productTagIdRange, seq)
  statements(db).add.run(seq, id, pinId, item, idOf(productPinIdRange, item))
  return id
}

/** Removes a product Pin from a Pin's tags, where it is one. */
export const removeProductTag = (db: Database, pinId: string, productPin: string): void =>
  void statements(db).remove.run(pinId, productPin)
