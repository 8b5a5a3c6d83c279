import { setImmediate as turn } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { feedServer, type PausedHost, pausedHost, tableOf } from '#test/fixtures/feed-files.ts'
import { feedIn, processedAgain, processedFeedIn, productRow, resultsOf, titlesOf } from '#test/fixtures/feeds.ts'
import { type Answer, type Json, type Mock, type MockOptions, mock } from '#test/support/mock.ts'

const rows = Array.from({ length: 2000 }, (_, index) => ({ ...productRow, id: `TENT-${index}` }))
const all = { status: 'COMPLETED', product_counts: { original: 2000, ingested: 2000 } }
const change = { catalog_type: 'RETAIL' }

/** A world in which a feed is being read: half of it has come. */
interface Reading {
  readonly world: Mock
  readonly host: PausedHost
  readonly feed: Json
  /** What the call comes to that reads the feed. */
  readonly answer: Promise<Answer>
}

async function readingIn(t: Test, options: MockOptions = {}): Promise<Reading> {
  const host = await pausedHost(t, tableOf(rows))
  const world = await mock(t, options)
  const feed = await feedIn(world, { location: host.url, format: 'TSV' })
  world.clock.advance(10_000)
  const answer = world.call('GET', `/v5/catalogs/feeds/${feed.id}/processing_results`)
  await host.half
  while (itemsOf(world) === 0) await turn()
  return { world, host, feed, answer }
}

const itemsOf = ({ worlds }: Mock, name = 'default'): unknown =>
  worlds.world(name).readable.prepare('SELECT count(*) FROM items').pluck().get()

/** The same server, by calls of another world. */
const within = (world: Mock, name: string): Mock => ({
  ...world,
  call: (method, path, ...rest) => world.call(method, `/w/${name}${path}`, ...rest),
})

t.test('feeds that are due at the same moment are each read', async (t) => {
  const world = await mock(t)
  const feeds: Json[] = []
  for (const name of ['A', 'B', 'C']) {
    const feed = await feedIn(world, { name })
    await world.call('PUT', `/__mock/feeds/${feed.id}/content`, { rows: [{ ...productRow, id: name, title: name }] })
    feeds.push(feed)
  }
  world.clock.advance(10_000)
  const results = await Promise.all(feeds.map((feed) => resultsOf(world, feed)))
  for (const result of results) t.match(result, [{ status: 'COMPLETED', product_counts: { original: 1, ingested: 1 } }])
  t.strictSame(await titlesOf(world, 'A', 'B', 'C'), { A: 'A', B: 'B', C: 'C' })
})

t.test('a location that changes while the feed is read is read from the next processing on', async (t) => {
  const { world, host, feed, answer } = await readingIn(t)
  const others = tableOf(rows.map((row, index) => ({ ...row, id: `STOVE-${index}` })).slice(0, 500))
  const other = await feedServer(t, (_request, response) => response.end(others))
  await world.call('PATCH', `/v5/catalogs/feeds/${feed.id}`, { ...change, location: `${other}/feed.tsv` })
  host.finish()
  t.match((await answer).body.items, [all])
  t.match(await processedAgain(world, feed), { status: 'COMPLETED', product_counts: { original: 500, ingested: 500 } })
  t.equal(itemsOf(world), 500)
})

t.test('a default that changes while the feed is read is that of the next processing', async (t) => {
  const { world, host, feed, answer } = await readingIn(t)
  await world.call('PATCH', `/v5/catalogs/feeds/${feed.id}`, { ...change, default_currency: 'EUR' })
  host.finish()
  await answer
  t.match(await processedAgain(world, feed), { status: 'COMPLETED' })
})

t.test('a feed that becomes inactive while it is read comes to its end, and is not read again', async (t) => {
  const { world, host, feed, answer } = await readingIn(t)
  await world.call('PATCH', `/v5/catalogs/feeds/${feed.id}`, { ...change, status: 'INACTIVE' })
  host.finish()
  t.match((await answer).body.items, [all])
  world.clock.advance(3 * 86_400_000)
  t.equal((await resultsOf(world, feed)).length, 1)
})

t.test('a schedule that changes while the feed is read is that of the next processing', async (t) => {
  const { world, host, feed, answer } = await readingIn(t)
  const preferred_processing_schedule = { time: '12:30', timezone: 'Etc/UTC' }
  await world.call('PATCH', `/v5/catalogs/feeds/${feed.id}`, { ...change, preferred_processing_schedule })
  host.finish()
  await answer
  world.clock.advance(3_600_000)
  t.match(await resultsOf(world, feed), [{ created_at: '2026-06-01T12:30:00' }, all])
})

t.test('a feed that is deleted while it is read leaves neither results nor items', async (t) => {
  const { world, host, feed, answer } = await readingIn(t)
  t.equal((await world.call('DELETE', `/v5/catalogs/feeds/${feed.id}`)).status, 204)
  host.finish()
  t.match(await answer, { status: 200, body: { items: [] } })
  t.equal(itemsOf(world), 0)
})

t.test('a result that a direct edit sets while the feed is read stays as it was set', async (t) => {
  const { world, host, feed, answer } = await readingIn(t)
  const { db } = world.worlds.world('default')
  const id = db.prepare('SELECT id FROM feed_processing_results').pluck().get()
  await world.call('PATCH', `/__mock/entities/feed_processing_results/${id}`, { status: 'UNDER_REVIEW' })
  host.finish()
  t.match((await answer).body.items, [{ status: 'UNDER_REVIEW' }])
  t.match(await resultsOf(world, feed), [{ status: 'UNDER_REVIEW' }])
})

t.test('a second ingestion while the feed is read waits, and finds the feed unchanged', async (t) => {
  const { world, host, feed, answer } = await readingIn(t)
  const ingestion = world.call('POST', `/v5/catalogs/feeds/${feed.id}/ingest`)
  host.finish()
  await answer
  t.equal((await ingestion).status, 200)
  world.clock.advance(8_000)
  t.match(await resultsOf(world, feed), [{ status: 'COMPLETED_EARLY' }, all])
})

t.test('a clock that is set back while the feed is read does not undo the processing', async (t) => {
  const { world, host, feed, answer } = await readingIn(t)
  world.clock.advance(-86_400_000)
  host.finish()
  await answer
  t.match(await resultsOf(world, feed), [all])
})

t.test('a world that is reset while a feed is read has nothing of it', async (t) => {
  const { world, host, answer } = await readingIn(t)
  t.equal((await world.call('POST', '/__mock/reset')).status, 200)
  host.finish()
  t.ok((await answer).status < 500, JSON.stringify((await answer).body))
  t.equal(itemsOf(world), 0)
  t.match((await world.call('GET', '/v5/catalogs/feeds')).body, { items: [] })
})

t.test('a world that is deleted while a feed is read has nothing of it when a call makes it again', async (t) => {
  const host = await pausedHost(t, tableOf(rows))
  const server = await mock(t)
  const world = within(server, 'other')
  const feed = await feedIn(world, { location: host.url, format: 'TSV' })
  server.clock.advance(10_000)
  const answer = world.call('GET', `/v5/catalogs/feeds/${feed.id}/processing_results`)
  await host.half
  t.equal((await server.call('DELETE', '/__mock/worlds/other')).status, 200)
  host.finish()
  t.ok((await answer).status < 500, JSON.stringify((await answer).body))
  t.equal(itemsOf(server, 'other'), 0)
  t.match((await world.call('GET', '/v5/catalogs/feeds')).body, { items: [] })
})

const copies: Readonly<Record<string, (world: Mock) => Promise<unknown>>> = {
  fork: ({ call }) => call('POST', '/__mock/worlds', { name: 'copy', from: { world: 'default' } }),
  async snapshot({ call }) {
    await call('PUT', '/__mock/snapshots/half')
    await call('POST', '/__mock/worlds', { name: 'copy', from: { snapshot: 'half' } })
  },
  async export({ call }) {
    await call('PUT', '/w/copy/__mock/state', (await call('GET', '/__mock/state')).body)
  },
}

for (const [what, copied] of Object.entries(copies)) {
  t.test(`a ${what} while a feed is read reads the feed by itself, to its end`, async (t) => {
    const { world, host, feed, answer } = await readingIn(t)
    await copied(world)
    host.finish()
    t.match((await answer).body.items, [all])
    t.match(await resultsOf(within(world, 'copy'), feed), [all])
    t.strictSame([itemsOf(world), itemsOf(world, 'copy')], [2000, 2000])
  })
}

t.test('a snapshot that is restored while a feed is read begins the processing anew', async (t) => {
  const { world, host, feed, answer } = await readingIn(t)
  await world.call('PUT', '/__mock/snapshots/half')
  t.equal((await world.call('POST', '/__mock/snapshots/half/restore')).status, 200)
  host.finish()
  t.ok((await answer).status < 500)
  t.match(await resultsOf(world, feed), [all])
  t.equal(itemsOf(world), 2000)
})

t.test('another feed is read after one that was deleted while it was read', async (t) => {
  const { world, host, feed, answer } = await readingIn(t)
  const other = await processedFeedIn(world, { samples: 2 }, { name: 'Other' })
  const looking = resultsOf(world, other)
  await world.call('DELETE', `/v5/catalogs/feeds/${feed.id}`)
  host.finish()
  await answer
  t.match(await looking, [{ status: 'COMPLETED', product_counts: { original: 2, ingested: 2 } }])
})
