import t, { type Test } from 'tap'
import type { Database } from '#db/database.ts'
import { runToCompletion } from '#db/incremental-task.ts'
import { migrate } from '#db/migrate.ts'
import { openMemory } from '#db/open.ts'
import type { Filters } from '#server/domain/catalogs/filters.ts'
import { marketOf } from '#server/domain/catalogs/market.ts'
import { removeItem, removeSomeOfFeed, upsertItems } from '#server/resources/catalogs/items/repository.ts'
import type { NewItem } from '#server/resources/catalogs/items/rows.ts'
import { countInSteps, pageInSteps } from '#server/resources/catalogs/product-groups/matching-in-steps.ts'
import { catalogDatabase } from '#test/fixtures/catalog-database.ts'

const market = marketOf('US', 'en-US')

function openCatalog(t: Test): Database {
  const db = catalogDatabase()
  t.teardown(() => db.close())
  return db
}

const store = (db: Database, items: readonly NewItem[], at = 1): void =>
  upsertItems(db, { catalog: 1, ...market }, items, { feedId: '1', at })

const ofBrand = (key: string, brand: string): NewItem => ({ key, attributes: { title: key, brand } })

/** The keys of the items that filters choose, which are as many as are counted. */
function chosen(t: Test, db: Database, filters: Filters): readonly string[] {
  const selection = { catalog: 1, feedId: null, market, filters }
  const choosing = { open: () => db, selection, selectionOf: () => undefined }
  const keys = runToCompletion(pageInSteps(choosing, { limit: 250 })).map(({ item_key }) => item_key)
  t.equal(runToCompletion(countInSteps(choosing, false)).total, keys.length)
  return keys
}

const brand = (name: string): Filters => ({ all_of: [{ BRAND: { values: [name] } }] })
const keysTo = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `K-${index}`)

t.test('an item is found by the brand that it has now, and not by the one that it had', async (t) => {
  const db = openCatalog(t)
  store(
    db,
    keysTo(50).map((key) => ofBrand(key, 'Meadow')),
  )
  store(db, [ofBrand('K-7', 'Brook'), ofBrand('K-40', 'brook')], 2)
  t.strictSame(chosen(t, db, brand('Brook')), ['K-7', 'K-40'])
  t.equal(chosen(t, db, brand('Meadow')).length, 48)
})

t.test('items that are stored together are found, whether all of them are new or some', async (t) => {
  const db = openCatalog(t)
  store(db, [ofBrand('K-5', 'Old'), ofBrand('K-6', 'Brook')])
  store(
    db,
    keysTo(30).map((key) => ofBrand(key, 'Brook')),
    2,
  )
  t.strictSame(chosen(t, db, brand('Brook')).toSorted(), keysTo(30).toSorted())
  t.strictSame(chosen(t, db, brand('Old')), [])
})

t.test('an item that comes twice among ten has the attributes of the last', async (t) => {
  const db = openCatalog(t)
  store(db, [...keysTo(9).map((key) => ofBrand(key, 'Meadow')), ofBrand('K-0', 'Brook')])
  t.strictSame(chosen(t, db, brand('Brook')), ['K-0'])
  t.equal(chosen(t, db, brand('Meadow')).length, 8)
})

t.test('an item that comes as it is gets the time, and goes to the feed that brings it', async (t) => {
  const db = openCatalog(t)
  const stored = () => db.prepare('SELECT seq, feed_id, created_at, updated_at FROM items').all()
  store(db, [ofBrand('K-1', 'Brook')])
  store(db, [ofBrand('K-1', 'Brook')], 2)
  t.strictSame(stored(), [{ seq: 1, feed_id: '1', created_at: 1, updated_at: 2 }])
  upsertItems(db, { catalog: 1, ...market }, [ofBrand('K-1', 'Brook')], { feedId: '2', at: 3 })
  t.strictSame(stored(), [{ seq: 1, feed_id: '2', created_at: 1, updated_at: 3 }])
  t.strictSame(chosen(t, db, brand('Brook')), ['K-1'])
})

t.test('what no item of a block has any more is forgotten', async (t) => {
  const db = openCatalog(t)
  const brands = () => db.prepare('SELECT DISTINCT value FROM item_blocks ORDER BY value').pluck().all()
  store(db, [ofBrand('K-1', 'Meadow'), ofBrand('K-2', 'Meadow'), ofBrand('K-3', 'Brook'), ofBrand('K-4', 'Hill')])
  removeItem(db, { catalog: 1, ...market }, 'K-1')
  removeItem(db, { catalog: 1, ...market }, 'K-3')
  store(db, [ofBrand('K-4', 'Vale')])
  t.strictSame(brands(), ['Meadow', 'Vale'])
  removeSomeOfFeed(db, '1')
  t.strictSame(brands(), [])
})

t.test('items of an older state are kept, and found by all of their values', async (t) => {
  const db = openMemory()
  t.teardown(() => db.close())
  migrate(db, 57)
  const columns = 'seq, catalog, item_key, country, language, created_at, updated_at, media_type'
  const labels = ['custom_label_0', 'custom_label_1', 'custom_label_2', 'custom_label_3', 'custom_label_4']
  const values = ['brand', 'item_group', 'product_type', 'google_product_category', ...labels]
  db.exec(`INSERT INTO users (id, username, json) VALUES ('1', 'shop', '{}');
    INSERT INTO catalogs (id, owner_id, catalog_type, json) VALUES ('2', '1', 'RETAIL', '{}');
    INSERT INTO items (${columns}, ${values}, json, has_been_promoted) VALUES
      (70, 1, 'K-1', 'US', 'EN', 1, 1, 'IMAGE', ${values.map((name) => `'of ${name}'`)}, '{"brand":"x"}', 1),
      (90, 1, 'K-2', 'US', 'EN', 1, 1, 'IMAGE', ${values.map(() => 'NULL')}, '{}', 0);
    DELETE FROM items WHERE seq = 90;`)
  migrate(db)
  t.match(db.prepare('SELECT * FROM items').all(), [{ seq: 70, has_been_promoted: 1, json: '{"brand":"x"}' }])
  for (const name of values) {
    const level = /product/.test(name) ? '_0' : ''
    const field = name === 'item_group' ? 'ITEM_GROUP_ID' : `${name.toUpperCase()}${level}`
    const sought = level === '' ? [`of ${name}`] : [[`of ${name}`]]
    t.strictSame(chosen(t, db, { all_of: [{ [field]: { values: sought } }] } as Filters), ['K-1'], field)
  }
  store(db, [ofBrand('K-3', 'Brook')])
  t.equal(db.prepare("SELECT seq FROM items WHERE item_key = 'K-3'").pluck().get(), 91, 'numbers stay used')
  t.same(db.pragma('foreign_key_check'), [])
})
