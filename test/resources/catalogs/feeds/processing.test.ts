import t from 'tap'
import { feedIn, processedFeedIn, productRow, resultsOf, withMerchant } from '#test/fixtures/feeds.ts'
import { type Json, mock } from '#test/support/mock.ts'

const { image_link: _, condition: __, ...bare } = productRow

t.test('a processing is queued, then in process, then completed, by the clock', async (t) => {
  const world = await mock(t)
  const feed = await feedIn(world)
  await world.call('PUT', `/__mock/feeds/${feed.id}/content`, { samples: 3 })
  const states: Json[] = []
  for (const seconds of [0, 2, 8]) {
    world.clock.advance(seconds * 1000)
    const [{ status, product_counts, updated_at }] = (await resultsOf(world, feed)) as [Json]
    states.push([status, product_counts, updated_at])
  }
  t.strictSame(states, [
    ['QUEUED_FOR_PROCESSING', null, '2026-06-01T12:00:00'],
    ['PROCESSING', null, '2026-06-01T12:00:02'],
    ['COMPLETED', { original: 3, ingested: 3 }, '2026-06-01T12:00:10'],
  ])
})

t.test('one product without an image fails, as recorded', async (t) => {
  const world = await mock(t)
  const { google_product_category: ___, ...row } = bare
  const feed = await processedFeedIn(world, { rows: [row] })
  t.strictSame(await resultsOf(world, feed), [
    {
      created_at: '2026-06-01T12:00:00',
      status: 'FAILED',
      id: (await resultsOf(world, feed))[0]?.id,
      validation_details: {
        warnings: { OPTIONAL_CONDITION_MISSING: 1, OPTIONAL_PRODUCT_CATEGORY_MISSING: 1 },
        errors: { IMAGE_LINK_MISSING: 1 },
      },
      updated_at: '2026-06-01T12:00:10',
      product_counts: { original: 1, ingested: 0 },
      ingestion_details: { warnings: {}, info: {}, errors: {} },
    },
  ])
})

t.test('products that are valid become items, and those that are gone from the feed are gone', async (t) => {
  const world = await mock(t)
  const rows = [productRow, { ...productRow, id: 'TENT-2' }, bare]
  const feed = await processedFeedIn(world, { rows })
  const [first] = await resultsOf(world, feed)
  t.match(first, { status: 'COMPLETED', product_counts: { original: 3, ingested: 2 } })
  t.match(first, { ingestion_details: { info: { IN_STOCK: 2 } } })
  const { db } = world.worlds.world('default')
  const keys = () => db.prepare('SELECT item_key FROM items ORDER BY item_key').pluck().all()
  t.strictSame(keys(), ['TENT-1', 'TENT-2'])
  await world.call('PUT', `/__mock/feeds/${feed.id}/content`, { rows: [productRow] })
  await world.call('POST', `/v5/catalogs/feeds/${feed.id}/ingest`)
  world.clock.advance(8_000)
  await resultsOf(world, feed)
  t.strictSame(keys(), ['TENT-1'])
  await world.call('DELETE', `/v5/catalogs/feeds/${feed.id}`)
  t.strictSame(keys(), [], 'a deleted feed leaves no items')
})

t.test('a feed that has not changed completes early', async (t) => {
  const world = await mock(t)
  const feed = await processedFeedIn(world, { samples: 5 })
  await resultsOf(world, feed)
  const { status, body } = await world.call('POST', `/v5/catalogs/feeds/${feed.id}/ingest`)
  t.match({ status, body }, { status: 200, body: { feed_id: feed.id, status: 'PROCESSING' } })
  world.clock.advance(8_000)
  const [newest, first] = await resultsOf(world, feed)
  t.match(newest, { id: body.id, status: 'COMPLETED_EARLY', product_counts: { original: 5, ingested: 5 } })
  t.match(newest, { validation_details: { warnings: { FETCH_SAME_SIGNATURE: 1 } } })
  t.match(first, { status: 'COMPLETED' })
})

t.test('a feed is processed every day at the time of its schedule', async (t) => {
  const world = await mock(t)
  const schedule = { time: '09:30', timezone: 'America/New_York' }
  const feed = await processedFeedIn(world, { samples: 1 }, { preferred_processing_schedule: schedule })
  world.clock.advance(2 * 86_400_000)
  const created = (await resultsOf(world, feed)).map(({ created_at }) => created_at)
  t.strictSame(
    created,
    ['2026-06-03T13:30:00', '2026-06-02T13:30:00', '2026-06-01T13:30:00', '2026-06-01T12:00:00'].slice(1),
  )
})

t.test('a processing that was due before an ingestion is listed as older, also where nobody has looked', async (t) => {
  const world = await mock(t)
  const feed = await processedFeedIn(world, { samples: 1 })
  const { id } = (await world.call('POST', `/v5/catalogs/feeds/${feed.id}/ingest`)).body
  world.clock.advance(8_000)
  t.match(await resultsOf(world, feed), [{ id, status: 'COMPLETED_EARLY' }, { status: 'COMPLETED' }])
})

t.test('an inactive feed is not processed by its schedule', async (t) => {
  const world = await mock(t)
  const feed = await processedFeedIn(world, { samples: 1 })
  await resultsOf(world, feed)
  await world.call('PATCH', `/v5/catalogs/feeds/${feed.id}`, { catalog_type: 'RETAIL', status: 'INACTIVE' })
  world.clock.advance(3 * 86_400_000)
  t.equal((await resultsOf(world, feed)).length, 1)
})

t.test('the bookmark of the only page leads to an empty one', async (t) => {
  const world = await mock(t)
  const { id } = await processedFeedIn(world, { samples: 1 })
  const path = `/v5/catalogs/feeds/${id}/processing_results?page_size=1`
  const { bookmark } = (await world.call('GET', path)).body
  t.type(bookmark, 'string')
  t.strictSame((await world.call('GET', `${path}&bookmark=${bookmark}`)).body, { items: [], bookmark: null })
})

t.test('an error of the file fails the feed, and its items stay', async (t) => {
  const world = await mock(t)
  const feed = await processedFeedIn(world, { samples: 2 })
  await resultsOf(world, feed)
  await world.call('PUT', `/__mock/feeds/${feed.id}/content`, { error: 'FETCH_ERROR' })
  await world.call('POST', `/v5/catalogs/feeds/${feed.id}/ingest`)
  world.clock.advance(8_000)
  const [newest] = await resultsOf(world, feed)
  t.match(newest, { status: 'FAILED', validation_details: { errors: { FETCH_ERROR: 1 } } })
  t.equal(world.worlds.world('default').db.prepare('SELECT count(*) FROM items').pluck().get(), 2)
})

t.test('a feed that loses more than 99 percent of its products fails', async (t) => {
  const world = await mock(t)
  const feed = await processedFeedIn(world, { samples: 200 })
  await resultsOf(world, feed)
  await world.call('PUT', `/__mock/feeds/${feed.id}/content`, { samples: 1 })
  await world.call('POST', `/v5/catalogs/feeds/${feed.id}/ingest`)
  world.clock.advance(8_000)
  const [newest] = await resultsOf(world, feed)
  t.match(newest, { status: 'FAILED', ingestion_details: { errors: { LARGE_PRODUCT_COUNT_DECREASE: 1 } } })
})

t.test('a feed without products fails as too small', async (t) => {
  const world = await mock(t)
  const [result] = await resultsOf(world, await processedFeedIn(world, { rows: [] }))
  t.match(result, { status: 'FAILED', validation_details: { errors: { FEED_TOO_SMALL: 1 } } })
})

t.test('the feed of a business that is disapproved fails as flagged', async (t) => {
  const world = await mock(t)
  const feed = await processedFeedIn(world, { samples: 1 })
  await withMerchant(world, { merchant_status: 'DISAPPROVED' })
  const [result] = await resultsOf(world, feed)
  t.match(result, { status: 'FAILED', ingestion_details: { errors: { ACCOUNT_FLAGGED: 1 } } })
})

t.test('a direct edit puts a processing into any state', async (t) => {
  const world = await mock(t)
  const feed = await processedFeedIn(world, { samples: 1 })
  const [{ id }] = (await resultsOf(world, feed)) as [Json]
  const edit = (change: object) => world.call('PATCH', `/__mock/entities/feed_processing_results/${id}`, change)
  await edit({ status: 'UNDER_REVIEW', product_counts: { original: 7, ingested: 0 } })
  t.match(await resultsOf(world, feed), [{ status: 'UNDER_REVIEW', product_counts: { original: 7, ingested: 0 } }])
  await edit({ status: 'PROCESSING' })
  t.match(await resultsOf(world, feed), [{ status: 'PROCESSING', product_counts: null }])
  world.clock.advance(8_000)
  t.match(await resultsOf(world, feed), [{ status: 'COMPLETED', product_counts: { original: 1, ingested: 1 } }])
})

t.test('a processing that a direct edit puts back into process has its counts when another one ends it', async (t) => {
  const world = await mock(t)
  const feed = await processedFeedIn(world, { rows: [productRow, bare] })
  const [before] = (await resultsOf(world, feed)) as [Json]
  const edit = (change: object) => world.call('PATCH', `/__mock/entities/feed_processing_results/${before.id}`, change)
  await edit({ status: 'PROCESSING' })
  t.match(await resultsOf(world, feed), [{ product_counts: null, validation_details: { errors: {} } }])
  const { body } = await edit({ status: 'COMPLETED' })
  const { product_counts, validation_details, ingestion_details } = before
  t.match(body, { status: 'COMPLETED', product_counts, validation_details, ingestion_details })
})

const names: readonly [detail: string, part: string, refused: string, near: RegExp][] = [
  ['validation_details', 'errors', 'IMAGE_LINK_LOST', /no such field. Did you mean IMAGE_LINK_MISSING\?/],
  ['validation_details', 'warnings', 'TITLE_MISSING', /no such field/],
  ['ingestion_details', 'errors', 'FETCH_ERROR', /no such field, but ACCOUNT_FLAGGED, FETCH_GOOGLE_SHEET_NOT_SHARED/],
  ['ingestion_details', 'info', 'SOLD', /no such field, but IN_STOCK, OUT_OF_STOCK, PREORDER/],
  ['ingestion_details', 'warnings', 'VIDEO_FILE_MISSING', /no such field. Did you mean VIDEO_FILE_NOT_FOUND\?/],
]
for (const [detail, part, name, near] of names) {
  t.test(`a direct edit refuses a name that ${part} of ${detail} do not have, and says which is near`, async (t) => {
    const world = await mock(t)
    const [{ id }] = (await resultsOf(world, await processedFeedIn(world, { samples: 1 }))) as [Json]
    const url = `/__mock/entities/feed_processing_results/${id}`
    const { status, body } = await world.call('PATCH', url, { [detail]: { [part]: { [name]: 1 } } })
    t.equal(status, 400)
    t.match(body.message, near)
  })
}

t.test('a direct edit takes names of all parts', async (t) => {
  const world = await mock(t)
  const [{ id }] = (await resultsOf(world, await processedFeedIn(world, { samples: 1 }))) as [Json]
  const change = {
    validation_details: { errors: { FETCH_ERROR: 1, TITLE_MISSING: 2 }, warnings: { AD_IMAGE_19_LINK_REQUIRED: 1 } },
    ingestion_details: {
      errors: { LARGE_PRODUCT_COUNT_DECREASE: 1 },
      info: { IN_STOCK: 5 },
      warnings: { AD_VIDEO_DOWNLOAD_HTTP_STATUS_404: 3 },
    },
  }
  const { status, body } = await world.call('PATCH', `/__mock/entities/feed_processing_results/${id}`, change)
  t.equal(status, 200)
  t.match(body, change)
})

t.test('a processing ends with a number of reads where the world is set to that', async (t) => {
  const world = await mock(t)
  const feed = await feedIn(world)
  await world.call('PUT', `/__mock/feeds/${feed.id}/content`, { samples: 1 })
  await world.call('PUT', '/__mock/settings', { transitions: { feed_processing_results: { reads: 2 } } })
  t.match(await resultsOf(world, feed), [{ status: 'PROCESSING', product_counts: null }])
  t.match(await resultsOf(world, feed), [{ status: 'COMPLETED', product_counts: { original: 1, ingested: 1 } }])
})

t.test('calls that look at a feed at the same time read it once', async (t) => {
  const world = await mock(t)
  const feed = await processedFeedIn(world, { samples: 300 })
  const all = await Promise.all([1, 2, 3].map(() => resultsOf(world, feed)))
  t.strictSame(all[0], all[1])
  t.match(all[2], [{ status: 'COMPLETED', product_counts: { original: 300, ingested: 300 } }])
})

t.test('the built-in seed has a feed with a failed result and a good one', async (t) => {
  const world = await mock(t, { seed: 'small' })
  const { items } = (await world.call('GET', '/v5/catalogs/feeds')).body
  const statuses = (await resultsOf(world, items[0])).map(({ status }) => status)
  t.ok(statuses.includes('COMPLETED') && statuses.includes('FAILED'), statuses.join())
})

t.test('the results of the built-in seed are listed by their times, the newest first', async (t) => {
  const world = await mock(t, { seed: 'small' })
  const [feed] = (await world.call('GET', '/v5/catalogs/feeds')).body.items
  const times = (await resultsOf(world, feed)).map(({ created_at }: Json) => created_at)
  t.equal(times.length, 3)
  t.strictSame(times, times.toSorted().toReversed())
})

t.test('the seed large has a feed of 20,000 products, which a start does not wait for', async (t) => {
  const world = await mock(t, { seed: 'large' })
  const count = () => world.worlds.world('default').db.prepare('SELECT count(*) FROM items').pluck().get()
  t.equal(count(), 250, 'what local stores have')
  const { items } = (await world.call('GET', '/v5/catalogs/feeds')).body
  const [{ product_counts }] = await resultsOf(world, items[0])
  t.strictSame([product_counts, count()], [{ original: 20_000, ingested: 20_000 }, 20_000])
})
