import t from 'tap'
import { auctionCatalog, bidsOf, bootKey, submit, upsert } from '#test/fixtures/advanced-auction.ts'
import { strict } from '#test/fixtures/oauth.ts'
import { type Json, mock } from '#test/support/mock.ts'

const all = {
  bid_in_micro_currency: 5_000_000,
  app_type_multipliers: { web: 0.9 },
  placement_multipliers: { search: 1.2 },
}

t.test('bid options are set, read back, and deleted', async (t) => {
  const world = await mock(t)
  const catalog_id = await auctionCatalog(world)
  const set = await submit(world, catalog_id, [upsert(all)])
  t.equal(set.status, 200)
  t.strictSame(set.body, { catalog_id, items: [{ ...upsert(all), errors: [] }] })
  t.strictSame((await bidsOf(world, catalog_id)).body, { catalog_id, items: [{ ...bootKey, bid_options: all }] })
  const gone = await submit(world, catalog_id, [{ ...bootKey, operation: 'DELETE' }])
  t.strictSame(gone.body.items, [{ ...bootKey, operation: 'DELETE', errors: [] }])
  t.strictSame((await bidsOf(world, catalog_id)).body, { catalog_id, items: [] })
})

t.test('an update sets what its mask names, and clears what the mask names without a value', async (t) => {
  const world = await mock(t)
  const catalog_id = await auctionCatalog(world)
  const options = async () => (await bidsOf(world, catalog_id)).body.items[0].bid_options
  await submit(world, catalog_id, [upsert(all, { update_mask: ['BID'] })])
  const bidAlone = { bid_in_micro_currency: 5_000_000, app_type_multipliers: null, placement_multipliers: null }
  t.strictSame(await options(), bidAlone, 'what a new one does not name is null')
  await submit(world, catalog_id, [upsert(all, { update_mask: ['PLACEMENT_BID_MULTIPLIER_SET'] })])
  t.strictSame(await options(), { ...bidAlone, placement_multipliers: { search: 1.2 } })
  await submit(world, catalog_id, [upsert({}, { update_mask: ['BID'] })])
  t.strictSame(await options(), { ...bidAlone, bid_in_micro_currency: null, placement_multipliers: { search: 1.2 } })
  await submit(world, catalog_id, [upsert(all, { update_mask: null })])
  t.match(await options(), { bid_in_micro_currency: null }, 'and without a mask nothing changes')
})

t.test('of several operations the valid ones are applied, and the others have errors in a 206', async (t) => {
  const world = await mock(t)
  const catalog_id = await auctionCatalog(world)
  const items = ['A', 'B', 'C'].map((item_id, index) =>
    upsert({ bid_in_micro_currency: index === 1 ? -1 : index }, { item_id }),
  )
  const { status, body, headers } = await submit(world, catalog_id, items)
  t.equal(status, 206)
  t.strictSame(
    body.items.map(({ errors }: Json) => errors),
    [[], [{ code: 6, message: 'Bid in micro currency should be non-negative' }], []],
  )
  t.equal(headers['x-mock-rules'], 'advanced_auction.bid')
  const keys = ['C', 'B', 'A'].map((item_id) => ({ ...bootKey, item_id }))
  t.strictSame(
    (await bidsOf(world, catalog_id, keys)).body.items.map(({ item_id }: Json) => item_id),
    ['C', 'A'],
    'in the order of the request',
  )
})

t.test('bid options stay with their item, market and catalog', async (t) => {
  const world = await mock(t)
  const [one, other] = [await auctionCatalog(world), await auctionCatalog(world)]
  await submit(world, one, [upsert(all)])
  t.strictSame((await bidsOf(world, other)).body.items, [])
  t.strictSame((await bidsOf(world, one, [{ ...bootKey, language: 'FR' }])).body.items, [])
  t.equal((await submit(world, one, [upsert(all, { language: 'FR' })])).status, 206)
})

t.test('a catalog of another user, and one that is not there, is refused', async (t) => {
  const auth = { ...strict, tokens: { test: {}, partner: { user: 'coastal_kitchens' } } }
  const world = await mock(t, { seed: 'small', auth })
  const { id } = (await world.call('GET', '/v5/catalogs')).body.items[0]
  const key = { ...bootKey, item_id: 'BOOT-1' }
  t.match((await bidsOf(world, id, [key])).body.items, [{ bid_options: { bid_in_micro_currency: 1_200_000 } }])
  const authorization = 'Bearer partner'
  const theirs = { catalog_id: id, items: [key] }
  t.equal((await world.call('POST', '/v5/advanced_auction/items/get', theirs, { authorization })).status, 404)
  t.equal((await bidsOf(world, '1')).status, 404)
})

t.test('a role other than owner and admin may neither read nor write for an ad account', async (t) => {
  const auth = { tokens: { test: {}, editor: { user: 'meadow_editor' } } }
  const world = await mock(t, { seed: 'small', auth })
  const { id } = (await world.call('GET', '/v5/catalogs')).body.items[0]
  for (const [what, item] of [
    ['get', { ...bootKey, item_id: 'BOOT-1' }],
    ['submit', upsert(all, { item_id: 'BOOT-1' })],
  ] as const) {
    const url = `/v5/advanced_auction/items/${what}?ad_account_id=${world.account}`
    const body = { catalog_id: id, items: [item] }
    t.equal((await world.call('POST', url, body, { authorization: 'Bearer editor' })).status, 403, what)
    t.equal((await world.call('POST', url, body)).status, 200, what)
  }
})
