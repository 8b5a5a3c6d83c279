import t from 'tap'
import type { Database } from '#db/database.ts'
import { runToCompletion } from '#db/incremental-task.ts'
import { marketOf } from '#server/domain/catalogs/market.ts'
import { upsertItems } from '#server/resources/catalogs/items/repository.ts'
import { countInSteps, pageInSteps } from '#server/resources/catalogs/product-groups/matching-in-steps.ts'
import { catalogDatabase } from '#test/fixtures/catalog-database.ts'
import fc from '#test/support/fast-check.ts'
import type { Json } from '#test/support/mock.ts'
import { type PlainItem, passes } from './oracle.ts'

const runs = Number(process.env.FILTER_RUNS ?? 300)

const some = <Value>(...values: readonly Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values)
const text = some('Meadow', 'meadow', 'Peak', 'peak 100%', "O'Hara", 'Größe', 'GRÖßE', 'a_b', 'common', 'x')
const path = some(
  'Shoes',
  'shoes > Boots',
  'Shoes > Boots > Hiking',
  'Boots > Shoes',
  'Tents',
  'Boots',
  'Shoes > Shoes',
  'Été > ÖL',
  'Shoes > Été',
)
const level = some('shoes', 'Boots', 'hiking', 'tents', 'été', 'Öl')
const optional = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined, freq: 3 })

const attributes = fc.record(
  {
    title: text,
    price: fc.tuple(some(0, 9.99, 10, 120.5), some('USD', 'EUR')).map((parts) => parts.join(' ')),
    availability: some('in stock', 'OUT OF STOCK', 'preorder'),
    condition: some('new', 'Used', 'refurbished'),
    gender: some('female', 'male', 'unisex'),
    brand: text,
    item_group_id: text,
    product_type: path,
    google_product_category: path,
    custom_label_0: text,
    custom_label_4: text,
    custom_number_0: some(0, 7, 4_294_967_295),
    video_link: some('https://shop.example.com/a.mp4'),
  },
  { requiredKeys: [] },
)

/** So many items more than are gathered that pages of the commonest are walked to. */
const common: readonly PlainItem[] = Array.from({ length: 2100 }, (_, index) => ({
  key: `common-${index}`,
  attributes: { title: 'Common', brand: 'common', price: '10 USD', product_type: 'Shoes > Boots', custom_label_0: 'x' },
}))

const negated = optional(fc.boolean())
const comparison = some('GREATER_THAN', 'GREATER_THAN_OR_EQUALS', 'LESS_THAN', 'LESS_THAN_OR_EQUALS')
const listed = <Value>(value: fc.Arbitrary<Value>) => fc.array(value, { minLength: 1, maxLength: 3 })
const on = (field: fc.Arbitrary<string>, criterion: Readonly<Record<string, fc.Arbitrary<unknown>>>) =>
  fc.tuple(field, fc.record({ ...criterion, negated })).map(([name, value]) => ({ [name]: value }))

const filter: fc.Arbitrary<Json> = fc.oneof(
  on(some('BRAND', 'ITEM_GROUP_ID', 'TITLE_KEYWORDS'), { values: listed(text) }),
  on(some('CUSTOM_LABEL_0', 'CUSTOM_LABEL_4'), {
    values: listed(text),
    filter_operator_type: optional(some('IS', 'CONTAINS')),
  }),
  on(some('ITEM_ID'), { values: listed(some('1', '2', 'common-1', 'none')) }),
  on(some('AVAILABILITY'), { values: listed(some('IN_STOCK', 'OUT_OF_STOCK', 'PREORDER')) }),
  on(some('CONDITION'), { values: listed(some('NEW', 'USED', 'REFURBISHED')) }),
  on(some('GENDER'), { values: listed(some('FEMALE', 'MALE', 'UNISEX')) }),
  on(some('MEDIA_TYPE'), { values: listed(some('IMAGE', 'VIDEO')) }),
  on(some('MIN_PRICE', 'MAX_PRICE'), { values: some(0, 10, 100), inclusion: optional(fc.boolean()) }),
  on(some('PRICE'), { operator: comparison, value: some(0, 10, 100), currency: some('USD', 'EUR') }),
  some({ CURRENCY: { values: 'USD' } }, { CURRENCY: { values: 'EUR' } }),
  on(some('CUSTOM_NUMBER_0', 'CUSTOM_NUMBER_1'), { operator: comparison, value: some(0, 7, 4_294_967_295) }),
  on(
    some(
      'PRODUCT_TYPE_0',
      'PRODUCT_TYPE_1',
      'PRODUCT_TYPE_2',
      'GOOGLE_PRODUCT_CATEGORY_0',
      'GOOGLE_PRODUCT_CATEGORY_1',
    ),
    {
      values: listed(fc.array(level, { minLength: 1, maxLength: 2 })),
    },
  ),
)
const list = fc.array(filter, { maxLength: 4 })
const filters: fc.Arbitrary<Json> = fc.oneof(
  list.map((all_of) => ({ all_of })),
  list.map((any_of) => ({ any_of })),
)

const market = marketOf('US', 'en-US')

/** A database with a catalog of these items, and one with others of the same ids in another market. */
function catalogOf(items: readonly PlainItem[]): { readonly db: Database; readonly catalog: number } {
  const db = catalogDatabase()
  const arrival = { feedId: null, at: 0 }
  db.transaction(() => {
    upsertItems(db, { catalog: 1, ...market }, items, arrival)
    upsertItems(db, { catalog: 1, ...marketOf('CA', 'fr-CA') }, items.slice(0, 20), arrival)
  })()
  return { db, catalog: 1 }
}

const none = (): undefined => undefined

t.test('a product group has the items that a naive evaluation of its filters finds, page by page', async (t) => {
  const items = fc.array(attributes, { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(items, fc.array(filters, { minLength: 20, maxLength: 20 }), (random, many) => {
      const all = [...random.map((one, index) => ({ key: String(index), attributes: one })), ...common]
      const { db, catalog } = catalogOf(all)
      for (const one of many) {
        const selection = { catalog, feedId: null, market, filters: one }
        const choosing = { open: () => db, selection, selectionOf: none }
        const expected = all.filter((item) => passes(item, one)).map(({ key }) => key)
        const found: string[] = []
        let after = 0
        for (;;) {
          const page = runToCompletion(pageInSteps(choosing, { after, limit: 900 }, 3))
          found.push(...page.map(({ item_key }) => item_key))
          after = page.at(-1)?.seq ?? 0
          if (page.length < 900) break
        }
        const counted = runToCompletion(countInSteps(choosing, false, 7)).total
        if (found.join() !== expected.join() || counted !== expected.length)
          throw new Error(
            `${JSON.stringify(one)}: ${found.length} found, ${counted} counted, ${expected.length} expected`,
          )
      }
      db.close()
    }),
    { numRuns: Math.ceil(runs / 20) },
  )
  t.pass(`${runs} lists of filters`)
})
