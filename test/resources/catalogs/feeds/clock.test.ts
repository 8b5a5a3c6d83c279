import t from 'tap'
import { feedIn, processedFeedIn, resultsOf } from '#test/fixtures/feeds.ts'
import { mock } from '#test/support/mock.ts'

const day = 86_400_000

t.test('a processing that is over stays over when the clock is set back', async (t) => {
  const world = await mock(t)
  const feed = await processedFeedIn(world, { samples: 2 })
  world.clock.advance(5 * day)
  const before = await resultsOf(world, feed)
  t.ok(before.length > 4)
  world.clock.advance(-20 * day)
  t.strictSame(await resultsOf(world, feed), before)
})

t.test('a processing that is not over begins anew when the clock is set back', async (t) => {
  const world = await mock(t)
  const feed = await feedIn(world)
  await world.call('PUT', `/__mock/feeds/${feed.id}/content`, { samples: 2 })
  world.clock.advance(3_000)
  t.match(await resultsOf(world, feed), [{ status: 'PROCESSING' }])
  world.clock.advance(-20 * day)
  t.match(await resultsOf(world, feed), [{ status: 'QUEUED_FOR_PROCESSING', product_counts: null }])
  world.clock.advance(10_000)
  t.match(await resultsOf(world, feed), [{ status: 'COMPLETED', product_counts: { original: 2, ingested: 2 } }])
})

t.test('a processing that has not begun when the clock is set back begins within a day', async (t) => {
  const world = await mock(t)
  const feed = await feedIn(world)
  world.clock.advance(-20 * day)
  t.strictSame(await resultsOf(world, feed), [])
  world.clock.advance(day)
  t.equal((await resultsOf(world, feed)).length, 1)
})

t.test('no processing was changed before it was created', async (t) => {
  const world = await mock(t)
  const feed = await feedIn(world)
  await resultsOf(world, feed)
  world.clock.advance(-20 * day)
  const [open] = await resultsOf(world, feed)
  t.strictSame(open?.updated_at, open?.created_at)
  world.clock.advance(10_000)
  const [over] = await resultsOf(world, feed)
  t.strictSame([over?.status, over?.updated_at], ['FAILED', over?.created_at])
})

t.test('a feed goes on by its schedule from a clock that was set back', async (t) => {
  const world = await mock(t)
  const schedule = { time: '09:30', timezone: 'America/New_York' }
  const feed = await processedFeedIn(world, { samples: 1 }, { preferred_processing_schedule: schedule })
  world.clock.advance(30 * day)
  await resultsOf(world, feed)
  world.clock.advance(-40 * day)
  const before = (await resultsOf(world, feed)).length
  for (const _ of [1, 2]) {
    world.clock.advance(day)
    await resultsOf(world, feed)
  }
  const results = await resultsOf(world, feed)
  t.equal(results.length, before + 2)
  t.strictSame(
    results.slice(0, 2).map(({ created_at }) => created_at),
    ['2026-05-23T13:30:00', '2026-05-22T13:30:00'],
  )
})

t.test('a feed is ingested on a clock that was set back', async (t) => {
  const world = await mock(t)
  const feed = await processedFeedIn(world, { samples: 1 })
  await resultsOf(world, feed)
  world.clock.advance(-20 * day)
  await world.call('PUT', `/__mock/feeds/${feed.id}/content`, { samples: 3 })
  const { id } = (await world.call('POST', `/v5/catalogs/feeds/${feed.id}/ingest`)).body
  world.clock.advance(8_000)
  const [newest] = await resultsOf(world, feed)
  t.match(newest, { id, status: 'COMPLETED', product_counts: { original: 3, ingested: 3 } })
})

t.test('a leap of thousands of years has the latest seven processings', async (t) => {
  const world = await mock(t)
  const feed = await processedFeedIn(world, { samples: 1 })
  await resultsOf(world, feed)
  await world.call('POST', '/__mock/time/set', { to: '9999-12-30T12:00:30Z' })
  const results = await resultsOf(world, feed)
  t.equal(results.length, 8)
  t.equal(results[0]?.created_at, '9999-12-29T15:56:00')
})

t.test('a processing that came to its end by a number of reads keeps its time', async (t) => {
  const world = await mock(t)
  const feed = await feedIn(world)
  await world.call('PUT', `/__mock/feeds/${feed.id}/content`, { samples: 1 })
  await world.call('PUT', '/__mock/settings', { transitions: { feed_processing_results: { reads: 1 } } })
  const before = await resultsOf(world, feed)
  t.match(before, [{ status: 'COMPLETED' }])
  world.clock.advance(5_000)
  t.strictSame(await resultsOf(world, feed), before)
})
