import t from 'tap'
import { processedFeedIn, productRow } from '#test/fixtures/feeds.ts'
import { boot, createdCatalog, storedItems } from '#test/fixtures/items.ts'
import { type Json, type Mock, mock } from '#test/support/mock.ts'

const path = '/v5/catalogs/reports'

/** Creates a report, and returns its token. */
const tokenOf = async ({ call }: Mock, report: Json): Promise<string> =>
  (await call('POST', path, { catalog_type: 'RETAIL', report })).body.token

/** Returns the lines of a report once it is finished. */
async function linesOf(world: Mock, report: Json): Promise<readonly string[]> {
  const token = await tokenOf(world, report)
  world.clock.advance(10_000)
  const { body } = await world.call('GET', `${path}?token=${token}`)
  const { pathname, search } = new URL(body.url)
  const file = await world.app.inject(pathname + search)
  if (file.statusCode !== 200 || Buffer.byteLength(file.body) !== body.size) throw new Error(file.body)
  return file.body.trim().split('\n')
}

t.test('a report is in progress, and then finished with a file', async (t) => {
  const world = await mock(t)
  const catalog = await createdCatalog(world)
  storedItems(world, catalog, { A: boot, B: { ...boot, availability: 'out of stock' } })
  const report = { report_type: 'DISTRIBUTION_ISSUES', catalog_id: catalog.id }
  const token = await tokenOf(world, report)
  t.strictSame((await world.call('GET', `${path}?token=${token}`)).body, {
    report_status: 'IN_PROGRESS',
    url: null,
    size: null,
  })
  const [, ...lines] = await linesOf(world, report)
  t.strictSame(lines, ['B,US,EN,301,OUT_OF_STOCK,true,false'])
})

t.test('equal requests of a day have the same report, and those of the next another', async (t) => {
  const world = await mock(t)
  await createdCatalog(world)
  const report = { report_type: 'ALL_ITEMS' }
  const token = await tokenOf(world, report)
  world.clock.advance(3_600_000)
  t.equal(await tokenOf(world, report), token)
  world.clock.advance(86_400_000)
  t.not(await tokenOf(world, report), token)
  t.match(await world.call('GET', `${path}?token=${token}`), { status: 400, body: { code: 1104 } })
})

t.test('all items of a catalog or of a product group are in a report', async (t) => {
  const world = await mock(t)
  const catalog = await createdCatalog(world)
  storedItems(world, catalog, { A: { ...boot, title: 'Boot, "fine"' }, B: { ...boot, brand: 'Peak' } })
  const [, ...all] = await linesOf(world, { report_type: 'ALL_ITEMS', catalog_id: catalog.id })
  t.strictSame(all, [
    'A,US,EN,"Boot, ""fine""",IN_STOCK,120.5,USD,https://shop.example.com/boot',
    'B,US,EN,Hiking boot,IN_STOCK,120.5,USD,https://shop.example.com/boot',
  ])
  const { id } = (
    await world.call('POST', '/v5/catalogs/product_groups', {
      catalog_type: 'RETAIL',
      catalog_id: catalog.id,
      name: 'Peak',
      country: 'US',
      locale: 'en-US',
      filters: { all_of: [{ BRAND: { values: ['Peak'] } }] },
    })
  ).body
  const [, ...some] = await linesOf(world, { report_type: 'ALL_ITEMS', product_group_id: id })
  t.strictSame(some, all.slice(1))
})

t.test('issues of a feed are in a report, and counted', async (t) => {
  const world = await mock(t)
  const rows = [productRow, { ...productRow, id: 'TENT-2', image_link: '' }]
  const { id: feed_id } = await processedFeedIn(world, { rows })
  const report = { report_type: 'FEED_INGESTION_ISSUES', feed_id }
  const [, ...lines] = await linesOf(world, report)
  t.ok(
    lines.some((line) => /^1,TENT-2,ERROR,\d+,IMAGE_LINK_MISSING,IMAGE_LINK,$/.test(line)),
    lines.join('\n'),
  )
  const parameters = encodeURIComponent(JSON.stringify({ catalog_type: 'RETAIL', report }))
  const { body } = await world.call('GET', `${path}/stats?parameters=${parameters}`)
  t.match(body.items[0], {
    report_type: 'FEED_INGESTION_ISSUES',
    code_label: 'IMAGE_LINK_MISSING',
    occurrences: 1,
    severity: 'ERROR',
  })
})

t.test('parameters of counts may be sent one by one, and counts are listed by pages', async (t) => {
  const world = await mock(t)
  const catalog = await createdCatalog(world)
  storedItems(world, catalog, { A: { ...boot, availability: 'out of stock', price: undefined, adult: true } })
  const query = 'parameters[catalog_type]=RETAIL&parameters[report][report_type]=DISTRIBUTION_ISSUES&page_size=2'
  const first = (await world.call('GET', `${path}/stats?${query}`)).body
  t.match(first.items, [
    { code_label: 'OUT_OF_STOCK', occurrences: 1, ineligible_for_ads: true, ineligible_for_organic: false },
    { code_label: 'ADULT', ineligible_for_organic: true },
  ])
  const second = (await world.call('GET', `${path}/stats?${query}&bookmark=${first.bookmark}`)).body
  t.match(second, { items: [{ code_label: 'PRICE_MISSING' }], bookmark: null })
})

t.test('reports are about what the business has', async (t) => {
  const world = await mock(t)
  const create = (report: Json) => world.call('POST', path, { catalog_type: 'RETAIL', report })
  t.match(await create({ report_type: 'ALL_ITEMS' }), { status: 409, body: { code: 4182 } })
  await createdCatalog(world)
  t.match(await create({ report_type: 'ALL_ITEMS', catalog_id: '5' }), { status: 404, body: { code: 678 } })
  t.match(await create({ report_type: 'FEED_INGESTION_ISSUES', feed_id: '5' }), { status: 404, body: { code: 4161 } })
  t.match(await world.call('GET', `${path}?token=none`), { status: 400, body: { code: 1104 } })
})

t.test('a report on a feed or product group of another type of catalog is not found', async (t) => {
  const world = await mock(t)
  const { id: catalog_id } = await createdCatalog(world)
  const feed = await processedFeedIn(world, { rows: [productRow] })
  const { body: group } = await world.call('POST', '/v5/catalogs/product_groups', {
    feed_id: feed.id,
    name: 'Tents',
    filters: { all_of: [{ BRAND: { values: ['Meadow'] } }] },
  })
  for (const report of [
    { report_type: 'FEED_INGESTION_ISSUES', feed_id: feed.id },
    { report_type: 'ALL_ITEMS', catalog_id, product_group_id: group.id },
  ]) {
    const statusOf = async (catalog_type: string) => (await world.call('POST', path, { catalog_type, report })).status
    t.strictSame([await statusOf('HOTEL'), await statusOf('RETAIL')], [404, 200], report.report_type)
  }
})

t.test('the token of a report on a feed that is deleted is not valid any more, nor is its URL', async (t) => {
  const world = await mock(t)
  const feed = await processedFeedIn(world, { rows: [productRow] })
  const token = await tokenOf(world, { report_type: 'FEED_INGESTION_ISSUES', feed_id: feed.id })
  world.clock.advance(10_000)
  const { body } = await world.call('GET', `${path}?token=${token}`)
  const { pathname, search } = new URL(body.url)
  const file = async () => (await world.app.inject(pathname + search)).statusCode
  t.equal(await file(), 200)
  await world.call('DELETE', `/v5/catalogs/feeds/${feed.id}`)
  t.match(await world.call('GET', `${path}?token=${token}`), { status: 400, body: { code: 1104 } })
  t.equal(await file(), 404)
})
