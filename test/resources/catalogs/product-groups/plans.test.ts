import t from 'tap'
import type { Database } from '#db/database.ts'
import { marketOf } from '#server/domain/catalogs/market.ts'
import { upsertItems } from '#server/resources/catalogs/items/repository.ts'
import { matchingItems } from '#server/resources/catalogs/product-groups/matching.ts'
import { countInSteps } from '#server/resources/catalogs/product-groups/matching-in-steps.ts'
import { catalogDatabase } from '#test/fixtures/catalog-database.ts'
import { planOfRead } from '#test/support/query-plan.ts'

const market = marketOf('US', 'en-US')
const many = 17_000

/** A database with a catalog in which one brand is common, and another is rare. */
function catalogWith(common: number): Database {
  const db = catalogDatabase()
  const items = Array.from({ length: common }, (_, index) => ({ key: String(index), attributes: { brand: 'Common' } }))
  const [first, last] = ['first', 'last'].map((key) => ({ key, attributes: { brand: 'Rare' } }))
  const all = [first, ...items, last].filter((item) => item !== undefined)
  db.transaction(() => upsertItems(db, { catalog: 1, ...market }, all, { feedId: null, at: 0 }))()
  return db
}

/** The steps by which SQLite finds a page of a brand. */
function planOf(db: Database, brand: string): string {
  const filters = { all_of: [{ BRAND: { values: [brand] } }] }
  const selection = { catalog: 1, feedId: null, market, filters }
  return planOfRead(db, (recording) => matchingItems(recording, selection, () => undefined, { limit: 26 })).join('\n')
}

t.test('a page of a large product group walks the catalog in its order, and sorts nothing', async (t) => {
  const db = catalogWith(many)
  t.teardown(() => db.close())
  const plan = planOf(db, 'Common')
  t.match(plan, /SEARCH items USING INDEX items_by_catalog/)
  t.notMatch(plan, /TEMP B-TREE|SCAN items/)
})

t.test('a page of a small product group looks at the blocks that have its items alone', async (t) => {
  const db = catalogWith(many)
  t.teardown(() => db.close())
  const plan = planOf(db, 'Rare')
  t.match(plan, /SEARCH items USING INTEGER PRIMARY KEY \(rowid>\? AND rowid<\?\)/)
  t.notMatch(plan, /TEMP B-TREE|SCAN items/)
})

t.test('items are looked at in more steps where filters have so many values that each item takes long', async (t) => {
  const db = catalogWith(2500)
  t.teardown(() => db.close())
  const stepsFor = (count: number): number => {
    const values = Array.from({ length: count }, (_, index) => `Common ${index}`)
    const filters = { all_of: [{ BRAND: { values, filter_operator_type: 'CONTAINS' as const } }] }
    const selection = { catalog: 1, feedId: null, market, filters }
    return [...countInSteps({ open: () => db, selection, selectionOf: () => undefined }, false)].length
  }
  t.ok(stepsFor(3000) > 5 * stepsFor(1))
})
