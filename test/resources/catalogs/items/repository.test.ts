import t, { type Test } from 'tap'
import type { Database } from '#db/database.ts'
import { marketOf } from '#server/domain/catalogs/market.ts'
import {
  expireItems,
  findItem,
  removeItem,
  removeSomeOfFeed,
  stepSizes,
  upsertItems,
} from '#server/resources/catalogs/items/repository.ts'
import type { CatalogMarket } from '#server/resources/catalogs/items/rows.ts'
import { catalogDatabase } from '#test/fixtures/catalog-database.ts'

const market = marketOf('US', 'en-US')
const [feedId, at] = ['1500000000001', 1_780_315_200_000]

/** A database with a catalog, and the catalog's items in one market. */
function catalogMarketOf(t: Test): { readonly db: Database; readonly catalogMarket: CatalogMarket } {
  const db = catalogDatabase()
  t.teardown(() => db.close())
  return { db, catalogMarket: { catalog: 1, ...market } }
}

const countOfFeed = (db: Database, id: string): unknown =>
  db.prepare('SELECT count(*) FROM items WHERE feed_id = ?').pluck().get(id)

const kettle = { title: 'Kettle', price: '24.99 USD', availability: 'in stock', brand: 'Meadow' }

t.test('an item is found by the id that the merchant gives it', async (t) => {
  const { db, catalogMarket } = catalogMarketOf(t)
  upsertItems(db, catalogMarket, [{ key: 'K-1', attributes: kettle }], { feedId, at })
  const item = findItem(db, catalogMarket, 'K-1')
  t.match(item, { item_key: 'K-1', feed_id: feedId, price: 24.99, availability: 'IN_STOCK', created_at: at })
  t.strictSame(JSON.parse(item?.json ?? ''), kettle)
  t.equal(findItem(db, catalogMarket, 'K-2'), undefined)
})

t.test('an item is there in its own market alone', async (t) => {
  const { db, catalogMarket } = catalogMarketOf(t)
  upsertItems(db, catalogMarket, [{ key: 'K-1', attributes: kettle }], { feedId, at })
  t.equal(findItem(db, { ...catalogMarket, country: 'CA' }, 'K-1'), undefined)
  t.equal(findItem(db, { ...catalogMarket, ...marketOf('US', 'es') }, 'K-1'), undefined)
  t.ok(findItem(db, { ...catalogMarket, ...marketOf('US', 'EN') }, 'K-1'))
})

t.test(
  'an item that comes again keeps its place and its creation, and has the attributes that came last',
  async (t) => {
    const { db, catalogMarket } = catalogMarketOf(t)
    upsertItems(db, catalogMarket, [{ key: 'K-1', attributes: kettle }], { feedId, at })
    const before = findItem(db, catalogMarket, 'K-1')
    upsertItems(db, catalogMarket, [{ key: 'K-1', attributes: { title: 'Big kettle' } }], { feedId: null, at: at + 1 })
    const after = findItem(db, catalogMarket, 'K-1')
    t.match(after, { seq: before?.seq, created_at: at, updated_at: at + 1, feed_id: null, price: null })
    t.strictSame(JSON.parse(after?.json ?? ''), { title: 'Big kettle' })
  },
)

t.test('a deleted item is gone', async (t) => {
  const { db, catalogMarket } = catalogMarketOf(t)
  upsertItems(db, catalogMarket, [{ key: 'K-1', attributes: kettle }], { feedId, at })
  t.equal(removeItem(db, catalogMarket, 'K-1'), true)
  t.equal(removeItem(db, catalogMarket, 'K-1'), false)
  t.equal(findItem(db, catalogMarket, 'K-1'), undefined)
})

t.test('items that a feed no longer brings expire', async (t) => {
  const { db, catalogMarket } = catalogMarketOf(t)
  const items = ['K-1', 'K-2'].map((key) => ({ key, attributes: kettle }))
  upsertItems(db, catalogMarket, [...items, { key: 'K-4', attributes: kettle }], { feedId, at })
  upsertItems(db, catalogMarket, [{ key: 'K-3', attributes: kettle }], { feedId: null, at })
  upsertItems(db, catalogMarket, items, { feedId, at: at + 1000 })
  t.equal(expireItems(db, { feedId, before: at + 1000 }, 0), undefined, 'one step is enough')
  t.equal(findItem(db, catalogMarket, 'K-4'), undefined)
  t.equal(countOfFeed(db, feedId), 2)
  t.ok(removeSomeOfFeed(db, feedId))
  t.equal(countOfFeed(db, feedId), 0)
  t.ok(findItem(db, catalogMarket, 'K-3'))
})

for (const [name, size] of Object.entries(stepSizes)) {
  t.test(`many items expire in ${name} steps, and those that came again stay`, async (t) => {
    const { db, catalogMarket } = catalogMarketOf(t)
    const items = Array.from({ length: 600 }, (_, index) => ({ key: `K-${index}`, attributes: kettle }))
    upsertItems(db, catalogMarket, items, { feedId, at })
    upsertItems(db, catalogMarket, items.slice(100, 500), { feedId, at: at + 1 })
    let [steps, left] = [0, 600]
    for (let after: number | undefined = 0; after !== undefined; steps++) {
      after = expireItems(db, { feedId, before: at + 1 }, after, size)
      const now = Number(countOfFeed(db, feedId))
      t.ok(left - now <= size.deleted, `${left - now} in a step`)
      left = now
    }
    t.equal(left, 400)
    t.ok(steps > 8)
    t.equal(findItem(db, catalogMarket, 'K-99'), undefined)
    t.ok(findItem(db, catalogMarket, 'K-100'))
    t.equal(findItem(db, catalogMarket, 'K-500'), undefined)
  })
}

t.test('of a feed with many items some are deleted at a time', async (t) => {
  const { db, catalogMarket } = catalogMarketOf(t)
  const items = Array.from({ length: 30 }, (_, index) => ({ key: `K-${index}`, attributes: kettle }))
  upsertItems(db, catalogMarket, items, { feedId, at })
  t.notOk(removeSomeOfFeed(db, feedId))
  t.equal(countOfFeed(db, feedId), 5)
  t.ok(removeSomeOfFeed(db, feedId))
  t.equal(countOfFeed(db, feedId), 0)
})
