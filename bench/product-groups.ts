// Measures what product groups cost: a page of a large and of a small one, and a count of a filter against the bare SQL of
// the same condition. Run with the repository's Node: node bench/product-groups.ts [NUMBER OF ITEMS]
import { migrate } from '#db/migrate.ts'
import { openMemory } from '#db/open.ts'
import type { Filters } from '#server/domain/catalogs/filters.ts'
import { marketOf } from '#server/domain/catalogs/market.ts'
import { upsertItems } from '#server/resources/catalogs/items/repository.ts'
import { countMatching, matchingItems } from '#server/resources/catalogs/product-groups/matching.ts'

const total = Number(process.argv[2] ?? 500_000)
const market = marketOf('US', 'en-US')
const [large, small] = [100_000, 100]

const db = openMemory()
migrate(db)
db.exec(`INSERT INTO users (id, username, json) VALUES ('1', 'shop', '{}');
  INSERT INTO catalogs (id, owner_id, catalog_type, json) VALUES ('2', '1', 'RETAIL', '{}')`)

/** Spreads product groups of both sizes over the catalog. */
function* items() {
  for (let index = 0; index < total; index++) {
    const isLarge = index % Math.max(1, Math.floor(total / large)) === 0
    const isSmall = index % Math.max(1, Math.floor(total / small)) === 1
    const brand = isLarge ? 'Large' : isSmall ? 'Small' : `Brand ${index % 500}`
    const price = `${index % 300}.99 USD`
    yield { key: `sku-${index}`, attributes: { title: `Product ${index}`, price, brand, availability: 'in stock' } }
  }
}
db.transaction(() => upsertItems(db, { catalog: 1, ...market }, items(), { feedId: null, at: 0 }))()

/** The shortest of some runs, in milliseconds. */
function fastest(runs: number, work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY
  for (let run = 0; run < runs; run++) {
    const start = performance.now()
    work()
    best = Math.min(best, performance.now() - start)
  }
  return best
}

const none = (): undefined => undefined
const page = (brand: string, after: number): number => {
  const filters: Filters = { all_of: [{ BRAND: { values: [brand] } }] }
  const selection = { catalog: 1, feedId: null, market, filters }
  return fastest(30, () => matchingItems(db, selection, none, { after, limit: 26 }))
}
const figures = {
  items: total,
  'page of 100,000, first, ms': page('Large', 0),
  'page of 100,000, in the middle, ms': page('Large', total >> 1),
  'page of 100, ms': page('Small', 0),
}

const filters: Filters = { all_of: [{ MIN_PRICE: { values: 100 } }, { AVAILABILITY: { values: ['IN_STOCK'] } }] }
const counted = fastest(5, () => countMatching(db, { catalog: 1, feedId: null, market, filters }, none, false))
const bare = db.prepare(
  `SELECT count(*) FROM items WHERE catalog = ? AND country = ? AND language = ? AND price >= ?
    AND availability IN ('IN_STOCK')`,
)
const plain = fastest(5, () => bare.get(1, market.country, market.language, 100))
console.log({ ...figures, 'count, ms': counted, 'bare count, ms': plain, 'count / bare': counted / plain })
