import { setImmediate as turn } from 'node:timers/promises'
import t from 'tap'
import { hide, stored } from '#test/fixtures/deleted-feeds.ts'
import { processedFeedIn, resultsOf } from '#test/fixtures/feeds.ts'
import { stockedCatalog } from '#test/fixtures/local-inventory.ts'
import { pinIn } from '#test/fixtures/pins.ts'
import { tag } from '#test/fixtures/product-tags.ts'
import { mock } from '#test/support/mock.ts'

t.test('Pins lose their tags of products of a deleted feed at once', async (t) => {
  const world = await mock(t)
  await world.call('POST', '/__mock/seed', { user_websites: [{ website: 'example.com' }] })
  const feed = await processedFeedIn(world, { samples: 1000 })
  await resultsOf(world, feed)
  const named = { country: 'US', language: 'EN', filters: { catalog_type: 'RETAIL', item_ids: ['SAMPLE-900'] } }
  const [found] = (await world.call('POST', '/v5/catalogs/items', named)).body.items
  const pin = await pinIn(world)
  const { status, body } = await tag(world, pin, found.pins[0].id)
  t.equal(status, 200, JSON.stringify(body))
  t.equal((await world.call('DELETE', `/v5/catalogs/feeds/${feed.id}`)).status, 204)
  t.strictSame((await world.call('GET', `/v5/pins/${pin.id}`)).body.product_tags, [])
})

t.test('a feed with many items is gone at once, and its items are deleted beside other calls', async (t) => {
  const world = await mock(t)
  const feed = await processedFeedIn(world, { samples: 3000 })
  await resultsOf(world, feed)
  t.equal(stored(world), 3000)
  t.equal((await world.call('DELETE', `/v5/catalogs/feeds/${feed.id}`)).status, 204)
  t.ok(stored(world) > 0, 'most are left')
  t.equal((await world.call('GET', `/v5/catalogs/feeds/${feed.id}`)).status, 404)
  const [catalog] = (await world.call('GET', '/v5/catalogs')).body.items
  const values = (await world.call('GET', `/v5/catalogs/available_filter_values?catalog_id=${catalog.id}`)).body
  t.strictSame(values.filter_values.brand, [])
  while (stored(world) > 0) await turn()
  t.pass('no item is left')
})

t.test('what a process leaves of a deleted feed is swept by the next', async (t) => {
  const first = await mock(t, { dataDir: t.testdir() })
  const dataDir = t.testdirName
  await stockedCatalog(first)
  hide(first)
  await first.app.close()
  const second = await mock(t, { dataDir })
  t.equal(stored(second), 2, 'a start deletes nothing')
  const [catalog] = (await second.call('GET', '/v5/catalogs')).body.items
  await second.call('GET', `/v5/catalogs/product_groups?catalog_id=${catalog.id}`)
  await second.call('POST', '/v5/catalogs/items', {
    country: 'US',
    language: 'EN',
    filters: { catalog_type: 'RETAIL', item_ids: ['A'] },
  })
  while (stored(second) > 1) await turn()
  t.equal(stored(second), 1)
})

t.test('a feed that is deleted while it is read leaves no items', async (t) => {
  const world = await mock(t)
  const feed = await processedFeedIn(world, { samples: 3000 })
  const reading = resultsOf(world, feed)
  while (stored(world) === 0) await turn()
  t.equal((await world.call('DELETE', `/v5/catalogs/feeds/${feed.id}`)).status, 204)
  await reading
  while (stored(world) > 0) await turn()
  t.equal(stored(world), 0)
})
