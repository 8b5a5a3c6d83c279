import t from 'tap'
import type { Database } from '#db/database.ts'
import { migrate } from '#db/migrate.ts'
import { openMemory } from '#db/open.ts'
import { marketOf } from '#server/domain/catalogs/market.ts'
import { upsertItems } from '#server/resources/catalogs/items/repository.ts'
import { matchingItems } from '#server/resources/catalogs/product-groups/matching.ts'

const market = marketOf('US', 'en-US')
const common = 2500

/** A database with a catalog in which one brand is common, and another is rare. */
function catalogWith(): Database {
  const db = openMemory()
  migrate(db)
  db.exec(`INSERT INTO users (id, username, json) VALUES ('1', 'shop', '{}');
    INSERT INTO catalogs (id, owner_id, catalog_type, json) VALUES ('2', '1', 'RETAIL', '{}')`)
  const items = Array.from({ length: common }, (_, index) => ({ key: String(index), attributes: { brand: 'Common' } }))
  const rare = { key: 'rare', attributes: { brand: 'Rare' } }
  db.transaction(() => upsertItems(db, { catalog: 1, ...market }, [...items, rare], { feedId: null, at: 0 }))()
  return db
}

/** The steps by which SQLite finds the last statement that a page of a brand prepares. */
function planOf(db: Database, brand: string): string {
  const texts: string[] = []
  const listening = {
    prepare(sql: string) {
      texts.push(sql)
      return db.prepare(sql)
    },
  } as unknown as Database
  const filters = { all_of: [{ BRAND: { values: [brand] } }] }
  matchingItems(listening, { catalog: 1, feedId: null, market, filters }, () => undefined, { limit: 26 })
  const sql = texts.at(-1) ?? ''
  const anything = Array(sql.split('?').length - 1).fill('[]')
  const steps = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...anything) as { detail: string }[]
  return steps.map(({ detail }) => detail).join('\n')
}

t.test('a page of a large product group walks the catalog in its order, and sorts nothing', async (t) => {
  const db = catalogWith()
  t.teardown(() => db.close())
  const plan = planOf(db, 'Common')
  t.match(plan, /SEARCH items USING INDEX items_by_catalog/)
  t.notMatch(plan, /TEMP B-TREE|SCAN items/)
})

t.test('a page of a small product group gathers its items by an index', async (t) => {
  const db = catalogWith()
  t.teardown(() => db.close())
  const plan = planOf(db, 'Rare')
  t.match(plan, /items_by_brand/)
  t.notMatch(plan, /SCAN items/)
})
