import t from 'tap'
import { shownItemsOf } from '#server/resources/reporting/reports/shown-items.ts'
import { shopping } from '#test/fixtures/analytics.ts'
import { boot, storedItems } from '#test/fixtures/items.ts'
import { promotedItems } from '#test/fixtures/promoted-items.ts'
import { daysAgo, fileOf, rowsByKey } from '#test/fixtures/reports.ts'
import { type Json, mock } from '#test/support/mock.ts'

/** The week after the present day of the tests, in which what is promoted delivers. */
const week = { start_date: daysAgo(0), end_date: daysAgo(-6) }
const figures = ['SPEND_IN_MICRO_DOLLAR', 'IMPRESSION_1', 'CLICKTHROUGH_1']

/** A report of product items with these columns. */
const ofItems = (columns: readonly string[], more: object = {}) => ({
  ...week,
  level: 'PRODUCT_ITEM',
  granularity: 'TOTAL',
  columns,
  ...more,
})

const sum = (rows: readonly Json[], column: string): number =>
  rows.reduce((total, row) => total + (row[column] ?? 0), 0)

t.test('the rows of product items are of the items that a product group shows, and make its figures', async (t) => {
  const world = await mock(t)
  const { productGroups } = await promotedItems(world, ['boot', 'tent', 'map'], ['stove'])
  const items = await rowsByKey(world, ofItems(['PRODUCT_ITEM_NAME', ...figures]))
  const groups = await rowsByKey(world, { ...ofItems(figures), level: 'PRODUCT_GROUP' })
  const ids = productGroups.map(({ id }: Json) => id)
  t.strictSame(Object.keys(items), ids)
  t.strictSame(
    ids.map((id: string) => items[id]?.map((row) => row.PRODUCT_ITEM_NAME).toSorted()),
    [['The boot', 'The map', 'The tent'], ['The stove']],
  )
  for (const id of ids) {
    for (const figure of figures) {
      const whole = sum(groups[id] ?? [], figure)
      t.ok(whole > 0, figure)
      t.equal(sum(items[id] ?? [], figure), whole, figure)
    }
  }
})

t.test('the rows of the days of an item make its row of the whole time', async (t) => {
  const world = await mock(t)
  await promotedItems(world, ['boot', 'tent'])
  const byName = async (granularity: string, more: object = {}): Promise<Json> => {
    const columns = ['PRODUCT_ITEM_NAME', ...figures]
    const rows = Object.values(await rowsByKey(world, ofItems(columns, { granularity, ...more }))).flat()
    const names = [...new Set(rows.map((row) => row.PRODUCT_ITEM_NAME))].toSorted()
    return names.map((name) => {
      const own = rows.filter((row) => row.PRODUCT_ITEM_NAME === name)
      return [name, ...figures.map((figure) => sum(own, figure))]
    })
  }
  const whole = await byName('TOTAL')
  t.equal(whole.length, 2)
  t.strictSame(await byName('DAY'), whole)
  t.strictSame(await byName('DAY', { primary_sort: 'BY_DATE' }), whole)
})

t.test('columns of product items have what the item says, and those above its product group', async (t) => {
  const world = await mock(t)
  const { catalog, adGroup, campaign, productGroups } = await promotedItems(world, ['boot'])
  storedItems(world, catalog, { boot: { ...boot, sale_price: '99.90 USD' } })
  const columns = [
    ...['PRODUCT_GROUP_ID', 'AD_GROUP_ID', 'CAMPAIGN_NAME'],
    ...['NAME', 'IMAGE_URL', 'PRICE', 'PRODUCT_URL', 'BRAND', 'DESCRIPTION', 'SALE_PRICE', 'PRODUCT_TYPE'].map(
      (name) => `PRODUCT_ITEM_${name}`,
    ),
    ...['PRODUCT_ITEM_PRODUCT_CATEGORY', 'PRODUCT_ITEM_CURRENCY', 'PRODUCT_ITEM_PIN_URL'],
  ]
  const [row] = Object.values(await rowsByKey(world, ofItems([...columns, ...figures]))).flat()
  const { PRODUCT_ITEM_PIN_URL: pinUrl, ...rest } = row ?? {}
  t.match(rest, {
    PRODUCT_GROUP_ID: Number(productGroups[0].id),
    AD_GROUP_ID: Number(adGroup.id),
    CAMPAIGN_NAME: campaign.name,
    PRODUCT_ITEM_NAME: boot.title,
    PRODUCT_ITEM_IMAGE_URL: boot.image_link[0],
    PRODUCT_ITEM_PRICE: 120.5,
    PRODUCT_ITEM_PRODUCT_URL: boot.link,
    PRODUCT_ITEM_BRAND: boot.brand,
    PRODUCT_ITEM_DESCRIPTION: boot.description,
    PRODUCT_ITEM_SALE_PRICE: 99.9,
    PRODUCT_ITEM_PRODUCT_TYPE: boot.product_type,
    PRODUCT_ITEM_PRODUCT_CATEGORY: boot.google_product_category,
    PRODUCT_ITEM_CURRENCY: 'USD',
  })
  const { body } = await world.call('POST', '/v5/catalogs/products/get_by_product_group_filters', {
    catalog_type: 'RETAIL',
    catalog_id: catalog.id,
    country: 'US',
    locale: 'en-US',
    filters: { any_of: [{ ITEM_ID: { values: ['boot'] } }] },
  })
  t.equal(pinUrl, `https://www.pinterest.com/pin/${body.items[0].pin.id}/`)
})

t.test('a CSV report of product items has a cell for each column, empty where an item has no value', async (t) => {
  const world = await mock(t)
  await promotedItems(world, ['boot'])
  const columns = ['PRODUCT_ITEM_NAME', 'PRODUCT_ITEM_SALE_PRICE', 'PRODUCT_ITEM_CURRENCY']
  const [names, line] = (await fileOf(world, ofItems(columns, { report_format: 'CSV' }))).split('\n')
  t.equal(names, ['PRODUCT_GROUP_ID', ...columns].join(','))
  t.match(line, /^\d+,The boot,,USD$/)
})

t.test('twenty items of a product group are shown', async (t) => {
  const world = await mock(t)
  await promotedItems(
    world,
    Array.from({ length: 21 }, (_, index) => `boot ${index}`),
  )
  const rows = Object.values(await rowsByKey(world, ofItems(['PRODUCT_ITEM_NAME', ...figures]))).flat()
  t.equal(rows.length, 20)
  t.notOk(rows.some((row) => row.PRODUCT_ITEM_NAME === 'The boot 20'))
})

t.test('the items of a promotion are looked up once for all dates of a report', async (t) => {
  const mocked = await mock(t)
  const { productGroups } = await promotedItems(mocked, ['boot', 'tent'])
  const [{ id }] = productGroups
  const world = mocked.worlds.world('default')
  const shownItems = shownItemsOf(world, mocked.account)
  const shown = await shownItems(id)
  world.write(() => world.db.exec("DELETE FROM items WHERE item_key = 'tent'"))
  t.strictSame(await shownItems(id), shown)
  const another = await shownItemsOf(world, mocked.account)(id)
  t.strictSame([shown.length, another.length], [2, 1])
})

t.test('a filter on a figure keeps the items that pass it', async (t) => {
  const world = await mock(t)
  await promotedItems(world, ['boot', 'tent', 'map', 'stove'])
  const rows = Object.values(await rowsByKey(world, ofItems(['PRODUCT_ITEM_NAME', 'TOTAL_IMPRESSION']))).flat()
  const most = Math.max(...rows.map((row) => row.TOTAL_IMPRESSION))
  const filter = { field: 'TOTAL_IMPRESSION', operator: 'GREATER_THAN', values: [most - 1] }
  const kept = Object.values(
    await rowsByKey(world, ofItems(['PRODUCT_ITEM_NAME', 'TOTAL_IMPRESSION'], { metrics_filters: [filter] })),
  ).flat()
  t.same(
    kept,
    rows.filter((row) => row.TOTAL_IMPRESSION === most),
  )
})

t.test('a promotion without a product group, or whose product group is empty, has no rows of items', async (t) => {
  const world = await mock(t)
  await shopping(world)
  const { productGroups } = await promotedItems(world, ['boot'])
  const rows = await rowsByKey(world, ofItems(['PRODUCT_ITEM_NAME', ...figures]))
  t.strictSame(Object.keys(rows), [productGroups[0].id])
})
