import { setImmediate as turn } from 'node:timers/promises'
import t from 'tap'
import { stored } from '#test/fixtures/deleted-feeds.ts'
import { processedAgain, processedFeedIn, productRow, resultsOf, titlesOf } from '#test/fixtures/feeds.ts'
import { type Json, type Mock, mock } from '#test/support/mock.ts'

const row = (id: string, title: string): object => ({ ...productRow, id, title })

/** Two feeds of one catalog and market: the first brings TENT and STOVE, and then the second TENT. */
async function twoFeedsIn(world: Mock): Promise<readonly [first: Json, second: Json]> {
  const first = await processedFeedIn(world, { rows: [row('TENT', 'First'), row('STOVE', 'First')] }, { name: 'First' })
  await resultsOf(world, first)
  const second = await processedFeedIn(world, { rows: [row('TENT', 'Second')] }, { name: 'Second' })
  await resultsOf(world, second)
  return [first, second]
}

const deleted = async ({ call }: Mock, { id }: Json): Promise<void> =>
  void (await call('DELETE', `/v5/catalogs/feeds/${id}`))

t.test('an item that two feeds bring is as the feed has it that was read last', async (t) => {
  const world = await mock(t)
  const [first] = await twoFeedsIn(world)
  t.strictSame(await titlesOf(world, 'TENT', 'STOVE'), { TENT: 'Second', STOVE: 'First' })
  await processedAgain(world, first, { rows: [row('TENT', 'First again')] })
  t.strictSame(await titlesOf(world, 'TENT', 'STOVE'), { TENT: 'First again' })
})

t.test('an item whose feed is deleted stays as another feed brings it', async (t) => {
  const world = await mock(t)
  const [first, second] = await twoFeedsIn(world)
  await deleted(world, second)
  t.strictSame(await titlesOf(world, 'TENT', 'STOVE'), { TENT: 'First', STOVE: 'First' })
  await deleted(world, first)
  t.strictSame(await titlesOf(world, 'TENT', 'STOVE'), {})
})

t.test('the deletion of the feed that an item had before changes nothing of it', async (t) => {
  const world = await mock(t)
  const [first, second] = await twoFeedsIn(world)
  await deleted(world, first)
  t.strictSame(await titlesOf(world, 'TENT', 'STOVE'), { TENT: 'Second' })
  await deleted(world, second)
  t.strictSame(await titlesOf(world, 'TENT', 'STOVE'), {})
})

t.test('an item that its feed no longer brings stays as another feed brings it', async (t) => {
  const world = await mock(t)
  const [first, second] = await twoFeedsIn(world)
  await processedAgain(world, second, { rows: [row('BOOT', 'Second')] })
  t.strictSame(await titlesOf(world, 'TENT', 'BOOT'), { TENT: 'First', BOOT: 'Second' })
  await processedAgain(world, first, { rows: [row('STOVE', 'First')] })
  t.strictSame(await titlesOf(world, 'TENT', 'STOVE'), { STOVE: 'First' })
})

t.test('what the feed before no longer brings does not come back', async (t) => {
  const world = await mock(t)
  const [first, second] = await twoFeedsIn(world)
  await processedAgain(world, first, { rows: [row('STOVE', 'First')] })
  t.strictSame(await titlesOf(world, 'TENT'), { TENT: 'Second' })
  await deleted(world, second)
  t.strictSame(await titlesOf(world, 'TENT'), {})
})

t.test('an item goes back to the feed that had it last of those that still bring it', async (t) => {
  const world = await mock(t)
  const [, second] = await twoFeedsIn(world)
  const third = await processedFeedIn(world, { rows: [row('TENT', 'Third')] }, { name: 'Third' })
  await resultsOf(world, third)
  await deleted(world, third)
  t.strictSame(await titlesOf(world, 'TENT'), { TENT: 'Second' })
  await deleted(world, second)
  t.strictSame(await titlesOf(world, 'TENT'), { TENT: 'First' })
})

t.test('an item keeps its product Pin while it goes from feed to feed', async (t) => {
  const world = await mock(t)
  const pinOf = async (): Promise<string> => {
    const body = { country: 'US', language: 'EN', filters: { catalog_type: 'RETAIL', item_ids: ['TENT'] } }
    return (await world.call('POST', '/v5/catalogs/items', body)).body.items[0].pins[0].id
  }
  const [, second] = await twoFeedsIn(world)
  const before = await pinOf()
  await deleted(world, second)
  t.equal(await pinOf(), before)
})

t.test('an unchanged feed takes no item back from another', async (t) => {
  const world = await mock(t)
  const [first] = await twoFeedsIn(world)
  t.match(await processedAgain(world, first), { status: 'COMPLETED_EARLY' })
  t.strictSame(await titlesOf(world, 'TENT'), { TENT: 'Second' })
})

t.test('an item that a batch deletes is gone, whichever feeds bring it', async (t) => {
  const world = await mock(t)
  const [, second] = await twoFeedsIn(world)
  const items = [{ operation: 'DELETE', item_id: 'TENT' }]
  await world.call('POST', '/v5/catalogs/items/batch', { catalog_type: 'RETAIL', country: 'US', language: 'EN', items })
  t.strictSame(await titlesOf(world, 'TENT'), {})
  await deleted(world, second)
  t.strictSame(await titlesOf(world, 'TENT'), {})
})

t.test('feeds of two markets share no item', async (t) => {
  const world = await mock(t)
  const [, second] = await twoFeedsIn(world)
  const other = { name: 'Canada', default_country: 'CA', default_currency: 'CAD' }
  const canada = await processedFeedIn(world, { rows: [row('TENT', 'Canada')] }, other)
  await resultsOf(world, canada)
  await deleted(world, canada)
  t.strictSame(await titlesOf(world, 'TENT'), { TENT: 'Second' })
  await deleted(world, second)
  t.strictSame(await titlesOf(world, 'TENT'), { TENT: 'First' })
})

t.test('many items that two feeds bring stay when one of the feeds is deleted', async (t) => {
  const world = await mock(t)
  const first = await processedFeedIn(world, { samples: 1500 }, { name: 'First' })
  await resultsOf(world, first)
  const second = await processedFeedIn(world, { samples: 2000 }, { name: 'Second' })
  await resultsOf(world, second)
  t.equal(stored(world), 2000)
  await deleted(world, second)
  while (stored(world) > 1500) await turn()
  const db = () => world.worlds.world('default').db
  const left = () => db().prepare('SELECT count(*) FROM items WHERE feed_id = ?').pluck().get(first.id)
  while (left() !== 1500) await turn()
  t.equal(db().prepare('SELECT count(*) FROM shared_items').pluck().get(), 0, 'nothing is kept twice')
})

t.test('what feeds share is in forks and exports of a world', async (t) => {
  const world = await mock(t)
  const [, second] = await twoFeedsIn(world)
  await world.call('POST', '/__mock/worlds', { name: 'fork', from: { world: 'default' } })
  await world.call('PUT', '/w/import/__mock/state', (await world.call('GET', '/__mock/state')).body)
  for (const name of ['fork', 'import']) {
    const copy: Mock = { ...world, call: (method, path, ...rest) => world.call(method, `/w/${name}${path}`, ...rest) }
    await deleted(copy, second)
    t.strictSame(await titlesOf(copy, 'TENT'), { TENT: 'First' }, name)
  }
  t.strictSame(await titlesOf(world, 'TENT'), { TENT: 'Second' })
})
