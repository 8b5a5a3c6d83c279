// Measures what product groups cost: a page of a large and of a small one, and a count of a filter against the bare SQL of
// the same condition. Run with the repository's Node: node bench/product-groups.ts [NUMBER OF ITEMS]
import { runToCompletion } from '#db/incremental-task.ts'
import { migrate } from '#db/migrate.ts'
import { openMemory } from '#db/open.ts'
import type { Filters } from '#server/domain/catalogs/filters.ts'
import { marketOf } from '#server/domain/catalogs/market.ts'
import { upsertItems } from '#server/resources/catalogs/items/repository.ts'
import { countMatching } from '#server/resources/catalogs/product-groups/counting.ts'
import { countInSteps, pageInSteps } from '#server/resources/catalogs/product-groups/matching-in-steps.ts'

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
  const choosing = { open: () => db, selection, selectionOf: none }
  return fastest(30, () => runToCompletion(pageInSteps(choosing, { after, limit: 26 })))
}
const figures = {
  items: total,
  'page of 100,000, first, ms': page('Large', 0),
  'page of 100,000, in the middle, ms': page('Large', total >> 1),
  'page of 100, ms': page('Small', 0),
}

const filters: Filters = { all_of: [{ MIN_PRICE: { values: 100 } }, { AVAILABILITY: { values: ['IN_STOCK'] } }] }
const selection = { catalog: 1, feedId: null, market, filters }
const counted = fastest(5, () => countMatching(db, selection, none, { withAppLinks: false }))
const choosing = { open: () => db, selection, selectionOf: none }
const stepwise = fastest(5, () => runToCompletion(countInSteps(choosing, false)))
/** The longest step of some reads: so long do other calls wait. */
const longest = (steps: () => Iterator<undefined, unknown>): number =>
  Math.min(...[1, 2, 3].map(() => longestStep(steps())))
function longestStep(steps: Iterator<undefined, unknown>): number {
  for (let most = 0; ; ) {
    const start = performance.now()
    const { done } = steps.next()
    most = Math.max(most, performance.now() - start)
    if (done === true) return most
  }
}
const noneMatch = { ...choosing, selection: { ...selection, filters: { all_of: [{ MIN_PRICE: { values: 1e6 } }] } } }
const bare = db.prepare(
  `SELECT count(*) FROM items WHERE catalog = ? AND country = ? AND language = ? AND price >= ?
    AND availability IN ('IN_STOCK')`,
)
const plain = fastest(5, () => bare.get(1, market.country, market.language, 100))
console.log({
  ...figures,
  'count at once, ms': counted,
  'count in steps, ms': stepwise,
  'bare count, ms': plain,
  'count in steps / bare': stepwise / plain,
  'longest step of a count, ms': longest(() => countInSteps(choosing, false)),
  'longest step of a page that nothing is on, ms': longest(() => pageInSteps(noneMatch, { limit: 26 })),
})
