import { columnsOf } from '#db/columns.ts'
import type { Database } from '#db/database.ts'
import { perDb } from '#db/statements.ts'
import { itemColumnsOf } from '#server/domain/catalogs/item-columns.ts'
import { blockWriter, forgetBlocks } from './blocks.ts'
import type { Arrival, CatalogMarket, ItemRow, NewItem } from './rows.ts'

type StoredRow = Omit<ItemRow, 'seq' | 'has_been_promoted'>

/** The columns that are not the item's own: of a new one they are what the table has for them. */
const notStored = new Set(['seq', 'has_been_promoted'])

/** What an item that is there keeps. */
const kept = new Set(['catalog', 'item_key', 'country', 'language', 'created_at'])

/** What items that are stored together share, and is bound once for all of them. */
const shared: ReadonlySet<string> = new Set(['catalog', 'feed_id', 'country', 'language', 'created_at', 'updated_at'])

/** How many items one statement stores: more of them gain little, and take longer to prepare. */
export const itemsTogether = 10

/** What is compared of an item that is there. */
type Found = Pick<ItemRow, 'seq' | 'feed_id' | 'json'>

const statements = perDb((db) => {
  const names = [...columnsOf(db, 'items').keys()].filter((name) => !notStored.has(name)) as (keyof StoredRow)[]
  const changed = names.filter((name) => !kept.has(name))
  const own = names.filter((name) => !shared.has(name))
  const values = `(${names.map((name) => (shared.has(name) ? `@${name}` : '?')).join(', ')})`
  const insertion = (count: number) =>
    db.prepare(`INSERT INTO items (${names.join(', ')}) VALUES ${Array(count).fill(values).join(', ')}
      ON CONFLICT (catalog, item_key, country, language) DO NOTHING`)
  const update = db.prepare(`UPDATE items SET ${changed.map((name) => `${name} = ?`).join(', ')} WHERE seq = ?`)
  return {
    valuesOf: (row: StoredRow): readonly unknown[] => own.map((name) => row[name]),
    one: insertion(1),
    many: insertion(itemsTogether),
    find: db.prepare<[number, string, string, string], Found>(
      'SELECT seq, feed_id, json FROM items WHERE catalog = ? AND item_key = ? AND country = ? AND language = ?',
    ),
    touch: db.prepare<[number, number]>('UPDATE items SET updated_at = ? WHERE seq = ?'),
    change: (row: StoredRow, seq: number) => update.run(...changed.map((name) => row[name]), seq),
  }
})

/**
 * Returns what stores some items of a catalog in a market, whether they are there or not: `itemsTogether` at most. It must
 * not be kept beyond a transaction.
 */
export function itemUpserter(
  db: Database,
  catalogMarket: CatalogMarket,
  arrival: Arrival,
): (items: readonly NewItem[]) => void {
  const { valuesOf, one, many, find, touch, change } = statements(db)
  let storeBlocks = blockWriter(db, catalogMarket.catalog)
  const foundBefore = ({ catalog, item_key, country, language }: StoredRow) =>
    find.get(catalog, item_key, country, language)

  /** Stores an item; one that is there as it is to be gets the time alone. */
  function store(row: StoredRow, isKnown: boolean): void {
    const before = foundBefore(row)
    if (before === undefined) {
      storeBlocks(Number(one.run(valuesOf(row), row).lastInsertRowid), row)
      return
    }
    const hasSame = before.json === row.json
    if (hasSame && before.feed_id === row.feed_id) touch.run(row.updated_at, before.seq)
    else change(row, before.seq)
    if (!hasSame || !isKnown) storeBlocks(before.seq, row)
    if (hasSame) return
    forgetBlocks(db, { catalog: row.catalog, seq: before.seq }, itemColumnsOf(JSON.parse(before.json)))
    storeBlocks = blockWriter(db, row.catalog)
  }

  /** Stores those of some items that are new, without their blocks where not all of them are. Returns whether they are. */
  function storeNew(rows: readonly StoredRow[]): boolean {
    const { changes, lastInsertRowid } = many.run(rows.flatMap(valuesOf), rows[0])
    if (changes < rows.length) return false
    // Rows of one statement have numbers that follow each other.
    const first = Number(lastInsertRowid) - rows.length + 1
    for (const [index, row] of rows.entries()) storeBlocks(first + index, row)
    return true
  }

  return (items) => {
    const rows = items.map((item) => rowOf(catalogMarket, item, arrival))
    const [first] = rows
    const mayBeNew = rows.length === itemsTogether && first !== undefined && foundBefore(first) === undefined
    if (mayBeNew && storeNew(rows)) return
    for (const row of rows) store(row, !mayBeNew)
  }
}

const rowOf = (
  { catalog, country, language }: CatalogMarket,
  { key, attributes }: NewItem,
  { feedId, at }: Arrival,
): StoredRow => ({
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
