import { columnsOf } from '#db/columns.ts'
import { perDb } from '#db/statements.ts'
import { itemColumnsOf } from '#server/domain/catalogs/item-columns.ts'
import type { Arrival, CatalogMarket, ItemRow, NewItem } from './rows.ts'

type Upsert = (catalogMarket: CatalogMarket, item: NewItem, arrival: Arrival) => void

/** The columns that are not the item's own: of a new one they are what the table has for them. */
const notStored = new Set(['seq', 'has_been_promoted'])

/** What an item that is there keeps. */
const kept = new Set(['catalog', 'item_key', 'country', 'language', 'created_at'])

/** Returns what stores an item of a catalog in a market, whether it is there or not. */
export const itemUpserter = perDb<Upsert>((db) => {
  const names = [...columnsOf(db, 'items').keys()].filter((name) => !notStored.has(name)) as (keyof ItemRow)[]
  const changes = names.filter((name) => !kept.has(name)).map((name) => `${name} = excluded.${name}`)
  const statement = db.prepare(
    `INSERT INTO items (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})
      ON CONFLICT (catalog, item_key, country, language) DO UPDATE SET ${changes.join(', ')}`,
  )
  return (catalogMarket, item, arrival) => {
    const row = rowOf(catalogMarket, item, arrival)
    statement.run(...names.map((name) => row[name as keyof typeof row]))
  }
})

const rowOf = (
  { catalog, country, language }: CatalogMarket,
  { key, attributes }: NewItem,
  { feedId, at }: Arrival,
): Omit<ItemRow, 'seq' | 'has_been_promoted'> => ({
  catalog,
  country,
  language,
  feed_id: feedId,
  item_key: key,
  created_at: at,
  updated_at: at,
  ...itemColumnsOf(attributes),
  json: JSON.stringify(attributes),
})
