import t from 'tap'
import { delivered } from '#test/fixtures/analytics.ts'
import { buy, productRows, productsByKey, tryProductReport } from '#test/fixtures/product-reports.ts'
import { daysAgo, reportState } from '#test/fixtures/reports.ts'
import { type Mock, mock } from '#test/support/mock.ts'

const lamp = { id: 'LAMP1', item_brand: 'Lumen', item_category: 'Light', item_price: '20.00', quantity: 2 }
const chair = { id: 'CHAIR1', item_brand: 'Oak', item_category: 'Furniture', item_price: '50.50', quantity: 1 }
const table = { id: 'TABLE1', item_brand: 'Oak', item_category: 'Furniture', item_price: '99.00', quantity: 1 }
const columns = ['TOTAL_CONVERSION_PRODUCT_QUANTITY', 'TOTAL_CONVERSION_PRODUCT_VALUE']

/** A world in which ads have delivered for five days. */
async function worldOf(t: Parameters<typeof mock>[0]): Promise<Mock> {
  const world = await mock(t)
  await delivered(world, { days: 5 })
  return world
}

t.test('a report is created and read as others are, and a token is one of its kind', async (t) => {
  const world = await mock(t)
  const { status, body } = await tryProductReport(world)
  t.equal(status, 200)
  t.match(body, { report_status: 'IN_PROGRESS', message: '' })
  t.match(await reportState(world, body.token), { report_status: 'DOES_NOT_EXIST' })
})

t.test('without products in events there are no rows', async (t) => {
  const world = await worldOf(t)
  await buy(world, [])
  t.same(await productsByKey(world), {})
})

t.test('products of events are counted by brand', async (t) => {
  const world = await worldOf(t)
  await buy(world, [lamp, chair, table])
  t.strictSame(await productsByKey(world, { columns }), {
    [world.account]: [
      {
        CONVERSION_PRODUCT_BRAND: 'Lumen',
        ADVERTISER_ID: Number(world.account),
        TOTAL_CONVERSION_PRODUCT_QUANTITY: 2,
        TOTAL_CONVERSION_PRODUCT_VALUE: 40,
      },
      {
        CONVERSION_PRODUCT_BRAND: 'Oak',
        ADVERTISER_ID: Number(world.account),
        TOTAL_CONVERSION_PRODUCT_QUANTITY: 2,
        TOTAL_CONVERSION_PRODUCT_VALUE: 149.5,
      },
    ],
  })
})

for (const [breakdown, parts] of Object.entries({
  PRODUCT_CATEGORY: [{ CONVERSION_PRODUCT_CATEGORY: 'Furniture' }, { CONVERSION_PRODUCT_CATEGORY: 'Light' }],
  PRODUCT_BRAND_AND_CATEGORY: [
    { CONVERSION_PRODUCT_BRAND: 'Lumen', CONVERSION_PRODUCT_CATEGORY: 'Light' },
    { CONVERSION_PRODUCT_BRAND: 'Oak', CONVERSION_PRODUCT_CATEGORY: 'Furniture' },
  ],
  PRODUCT_SKU: [
    { CONVERSION_PRODUCT_ID: 'CHAIR1' },
    { CONVERSION_PRODUCT_ID: 'LAMP1' },
    { CONVERSION_PRODUCT_ID: 'TABLE1' },
  ],
})) {
  t.test(`products are broken down by ${breakdown}`, async (t) => {
    const world = await worldOf(t)
    await buy(world, [lamp, chair, table])
    const rows = await productRows(world, { conversion_product_breakdown: breakdown })
    t.equal(rows.length, parts.length)
    t.match(rows, parts)
  })
}

t.test('a group of SKUs is one row', async (t) => {
  const world = await worldOf(t)
  await buy(world, [lamp, chair, table])
  const group = { conversion_product_breakdown: 'PRODUCT_SKU_GROUP', product_sku_ids: ['LAMP1', 'TABLE1'] }
  const rows = await productRows(world, group)
  t.equal(rows.length, 1)
  t.match(rows, [{ CONVERSION_PRODUCT_ID_GROUP: 'LAMP1,TABLE1', TOTAL_CONVERSION_PRODUCT_QUANTITY: 3 }])
})

t.test('columns tell types of conversions and places apart, and others are unknown', async (t) => {
  const world = await worldOf(t)
  await buy(world, [lamp])
  await buy(world, [lamp], { event_name: 'add_to_cart', action_source: 'app_ios' })
  await buy(world, [lamp], { event_name: 'picnic', action_source: 'offline' })
  const [row] = await productRows(world, {
    columns: [
      'TOTAL_CONVERSION_PRODUCT_QUANTITY',
      'TOTAL_WEB_CONVERSION_PRODUCT_QUANTITY',
      'TOTAL_CHECKOUT_CONVERSION_PRODUCT_QUANTITY',
      'TOTAL_INAPP_ADD_TO_CART_CONVERSION_PRODUCT_QUANTITY',
      'TOTAL_WEB_ADD_TO_CART_CONVERSION_PRODUCT_QUANTITY',
      'TOTAL_OFFLINE_UNKNOWN_CONVERSION_PRODUCT_VALUE',
      'TOTAL_OFFLINE_UNKNOWN_CONVERSION_PRODUCT_VALUE_IN_USD',
    ],
  })
  const { CONVERSION_PRODUCT_BRAND: _, ADVERTISER_ID: __, ...figures } = row
  t.strictSame(figures, {
    TOTAL_CONVERSION_PRODUCT_QUANTITY: 6,
    TOTAL_WEB_CONVERSION_PRODUCT_QUANTITY: 2,
    TOTAL_CHECKOUT_CONVERSION_PRODUCT_QUANTITY: 2,
    TOTAL_INAPP_ADD_TO_CART_CONVERSION_PRODUCT_QUANTITY: 2,
    TOTAL_OFFLINE_UNKNOWN_CONVERSION_PRODUCT_VALUE: 40,
    TOTAL_OFFLINE_UNKNOWN_CONVERSION_PRODUCT_VALUE_IN_USD: 40,
  })
})

t.test('ids of contents share the value of their event, with its brand', async (t) => {
  const world = await worldOf(t)
  const custom_data = { content_ids: ['A1', 'B2'], content_brand: 'Oak', value: '30.00', currency: 'USD' }
  await buy(world, [], { custom_data })
  t.match(await productRows(world, { columns }), [
    { CONVERSION_PRODUCT_BRAND: 'Oak', TOTAL_CONVERSION_PRODUCT_QUANTITY: 2, TOTAL_CONVERSION_PRODUCT_VALUE: 30 },
  ])
})

t.test('levels have the same sums, and entities their names', async (t) => {
  const world = await worldOf(t)
  for (let nth = 0; nth < 12; nth++) await buy(world, [lamp], { user_data: { em: [], click_id: `click-${nth}` } })
  const quantity = async (level: string) => {
    const rows = await productRows(world, { level, columns: ['CAMPAIGN_NAME', 'AD_GROUP_NAME', ...columns] })
    if (level === 'AD_GROUP') for (const row of rows) t.ok(row.CAMPAIGN_NAME && row.AD_GROUP_NAME)
    return rows.reduce((sum, row) => sum + row.TOTAL_CONVERSION_PRODUCT_QUANTITY, 0)
  }
  for (const level of ['ADVERTISER', 'CAMPAIGN', 'AD_GROUP']) t.equal(await quantity(level), 24)
})

t.test('days are those of the ad or of the conversion, in weeks or months', async (t) => {
  const world = await worldOf(t)
  await buy(world, [lamp])
  const happened = await productRows(world, { granularity: 'MONTH', conversion_report_time: 'TIME_OF_CONVERSION' })
  t.match(happened, [{ DATE: '2026-06-01', TOTAL_CONVERSION_PRODUCT_QUANTITY: 2 }])
  const weeks = await productRows(world, { granularity: 'WEEK' })
  t.match(weeks, [{ DATE: /^2026-06-0[18]$/, TOTAL_CONVERSION_PRODUCT_QUANTITY: 2 }])
})

t.test('campaigns are narrowed by id and objective', async (t) => {
  const world = await worldOf(t)
  await buy(world, [lamp])
  const ofCampaigns = { level: 'CAMPAIGN' }
  const [id = ''] = Object.keys(await productsByKey(world, ofCampaigns))
  t.strictSame(Object.keys(await productsByKey(world, { ...ofCampaigns, campaign_ids: [id] })), [id])
  t.same(await productsByKey(world, { ...ofCampaigns, campaign_ids: ['1'] }), {})
  t.same(await productsByKey(world, { ...ofCampaigns, campaign_objective_types: ['CATALOG_SALES'] }), {})
})

t.test('a window that is shorter than the delay leaves a conversion out', async (t) => {
  const world = await worldOf(t)
  await buy(world, [lamp])
  t.same(await productsByKey(world, { click_window_days: 0 }), {})
  t.ok((await productRows(world, { end_date: daysAgo(-6), click_window_days: 60 })).length > 0)
})
