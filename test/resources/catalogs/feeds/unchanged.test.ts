import t, { type Test } from 'tap'
import { feedDirectory, feedServer, tableOf, threeProducts } from '#test/fixtures/feed-files.ts'
import { feedIn, processedAgain, processedFeedIn, productRow, resultsOf, titlesOf } from '#test/fixtures/feeds.ts'
import { type Json, type Mock, mock } from '#test/support/mock.ts'

const early = {
  status: 'COMPLETED_EARLY',
  validation_details: { errors: {}, warnings: { FETCH_SAME_SIGNATURE: 1 } },
  ingestion_details: { errors: {}, info: {}, warnings: {} },
}

const market = { catalog_type: 'RETAIL', country: 'US', language: 'EN' }

const batched = ({ call }: Mock, ...items: readonly Json[]): Promise<Json> =>
  call('POST', '/v5/catalogs/items/batch', { ...market, items })

const retitled = (title: string): Json => ({ operation: 'UPDATE', item_id: 'TENT-1', attributes: { title } })

t.test('a feed that has not changed leaves items as a batch has made them', async (t) => {
  const world = await mock(t)
  const feed = await processedFeedIn(world, { rows: [productRow, { ...productRow, id: 'TENT-2' }] })
  await resultsOf(world, feed)
  await batched(world, retitled('By a batch'), { operation: 'DELETE', item_id: 'TENT-2' })
  t.match(await processedAgain(world, feed), { ...early, product_counts: { original: 2, ingested: 2 } })
  t.strictSame(await titlesOf(world, 'TENT-1', 'TENT-2'), { 'TENT-1': 'By a batch' })
})

t.test('a feed that has changed has its items as it brings them', async (t) => {
  const world = await mock(t)
  const feed = await processedFeedIn(world, { rows: [productRow] })
  await resultsOf(world, feed)
  await batched(world, retitled('By a batch'))
  const rows = [productRow, { ...productRow, id: 'TENT-2', title: 'Another' }]
  t.match(await processedAgain(world, feed, { rows }), { status: 'COMPLETED' })
  t.strictSame(await titlesOf(world, 'TENT-1', 'TENT-2'), { 'TENT-1': productRow.title, 'TENT-2': 'Another' })
})

t.test('an item that a batch has updated goes when its feed no longer brings it, or is deleted', async (t) => {
  const world = await mock(t)
  const feed = await processedFeedIn(world, { rows: [productRow, { ...productRow, id: 'TENT-2' }] })
  await resultsOf(world, feed)
  await batched(world, retitled('By a batch'), { ...retitled('By a batch'), item_id: 'TENT-2' })
  await processedAgain(world, feed, { rows: [productRow] })
  t.strictSame(await titlesOf(world, 'TENT-1', 'TENT-2'), { 'TENT-1': productRow.title })
  await batched(world, retitled('By a batch'))
  await world.call('DELETE', `/v5/catalogs/feeds/${feed.id}`)
  t.strictSame(await titlesOf(world, 'TENT-1', 'TENT-2'), {})
})

t.test('a feed that ends early lists no item issues, and that before it keeps its own', async (t) => {
  const world = await mock(t)
  const feed = await processedFeedIn(world, { rows: [productRow, { ...productRow, id: 'TENT-2', title: '' }] })
  await processedAgain(world, feed)
  const [second, first] = await resultsOf(world, feed)
  const issuesOf = async ({ id }: Json): Promise<readonly Json[]> =>
    (await world.call('GET', `/v5/catalogs/processing_results/${id}/item_issues`)).body.items
  t.strictSame([await issuesOf(second), (await issuesOf(first)).length], [[], 1])
})

for (const [change, rows] of [
  [{ default_currency: 'EUR' }, [{ ...productRow, price: '89.50' }]],
  [{ default_availability: 'OUT_OF_STOCK' }, [{ ...productRow, availability: '' }]],
] as const) {
  t.test(`a feed with another ${Object.keys(change)} has changed`, async (t) => {
    const world = await mock(t)
    const feed = await processedFeedIn(world, { rows })
    await resultsOf(world, feed)
    await world.call('PATCH', `/v5/catalogs/feeds/${feed.id}`, { catalog_type: 'RETAIL', ...change })
    t.match(await processedAgain(world, feed), { status: 'COMPLETED' })
    t.match(await processedAgain(world, feed), early)
  })
}

t.test('a feed with another name or schedule has not changed', async (t) => {
  const world = await mock(t)
  const feed = await processedFeedIn(world, { rows: [productRow] })
  await resultsOf(world, feed)
  const change = { name: 'Autumn range', preferred_processing_schedule: { time: '01:00', timezone: 'Etc/UTC' } }
  await world.call('PATCH', `/v5/catalogs/feeds/${feed.id}`, { catalog_type: 'RETAIL', ...change })
  t.match(await processedAgain(world, feed), early)
})

t.test('a feed that fails without any item has not changed when its content comes back', async (t) => {
  const world = await mock(t)
  const feed = await processedFeedIn(world, { rows: [productRow] })
  await resultsOf(world, feed)
  t.match(await processedAgain(world, feed, { error: 'FETCH_ERROR' }), { status: 'FAILED' })
  t.match(await processedAgain(world, feed, { rows: [productRow] }), early)
})

t.test('after a file that broke off, the content of the last success is read again', async (t) => {
  const { directory, write } = feedDirectory(t)
  const world = await mock(t, { feedSources: { directory, hosts: [] } })
  const good = tableOf([productRow])
  const feed = await feedIn(world, { location: write('feed.tsv', good), format: 'TSV' })
  world.clock.advance(10_000)
  await resultsOf(world, feed)
  const changed = tableOf([{ ...productRow, title: 'Half' }])
  write('feed.tsv', Buffer.concat([Buffer.from(changed.padEnd(200_000, '\n')), Buffer.from([0xff])]))
  t.match(await processedAgain(world, feed), {
    status: 'FAILED',
    validation_details: { errors: { ENCODING_ERROR: 1 } },
  })
  write('feed.tsv', good)
  t.match(await processedAgain(world, feed), { status: 'COMPLETED' })
  t.strictSame(await titlesOf(world, 'TENT-1'), { 'TENT-1': productRow.title })
})

/** A host of a file, and how often it was downloaded. */
interface Host {
  content: string
  downloads: number
}

/** Makes a feed of the file of a host, and lets it be processed once. */
async function downloadedFeed(t: Test, host: Host): Promise<{ readonly world: Mock; readonly feed: Json }> {
  const url = await feedServer(t, (_request, response) => {
    host.downloads++
    response.end(host.content)
  })
  const world = await mock(t)
  const feed = await feedIn(world, { location: `${url}/feed.tsv`, format: 'TSV' })
  world.clock.advance(10_000)
  await resultsOf(world, feed)
  return { world, feed }
}

t.test('a file on a host is downloaded once for each processing, whether it has changed or not', async (t) => {
  const host = { content: threeProducts, downloads: 0 }
  const { world, feed } = await downloadedFeed(t, host)
  t.match(await processedAgain(world, feed), { ...early, product_counts: { original: 3, ingested: 2 } })
  host.content = tableOf([productRow])
  t.match(await processedAgain(world, feed), { status: 'COMPLETED', product_counts: { original: 1, ingested: 1 } })
  t.equal(host.downloads, 3)
})

t.test('a long file that has changed is downloaded once more, and one that has not is not', async (t) => {
  const long = (title: string): string => tableOf([{ ...productRow, title }]).padEnd(17 * 2 ** 20, '\n')
  const host = { content: long('First'), downloads: 0 }
  const { world, feed } = await downloadedFeed(t, host)
  t.match(await processedAgain(world, feed), early)
  t.equal(host.downloads, 2)
  host.content = long('Second')
  t.match(await processedAgain(world, feed), { status: 'COMPLETED' })
  t.equal(host.downloads, 4)
  t.strictSame(await titlesOf(world, 'TENT-1'), { 'TENT-1': 'Second' })
})

t.test('an error of a file that has been read before is found as at the first time', async (t) => {
  let isThere = true
  const url = await feedServer(t, (_request, response) => {
    response.statusCode = isThere ? 200 : 404
    response.end(threeProducts)
  })
  const world = await mock(t)
  const feed = await feedIn(world, { location: `${url}/feed.tsv`, format: 'TSV' })
  world.clock.advance(10_000)
  await resultsOf(world, feed)
  isThere = false
  t.match(await processedAgain(world, feed), { status: 'FAILED', validation_details: { errors: { FETCH_ERROR: 1 } } })
})
