import t from 'tap'
import { cbo, madeIn } from '#test/fixtures/ad-groups.ts'
import { adIn, pinOf, readAd, tryAdChange } from '#test/fixtures/ads.ts'
import { hide } from '#test/fixtures/deleted-feeds.ts'
import { boot, createdCatalog, storedItems } from '#test/fixtures/items.ts'
import { operate, pinOfItem, productPinIn, productPinOfOther } from '#test/fixtures/product-pins.ts'
import { type Json, type Mock, mock } from '#test/support/mock.ts'

/** An ad of a Pin in a new ad group. */
const adOf = async (world: Mock, { id }: Json, more: object = {}): Promise<Json> =>
  world.create('/ads', adIn(await madeIn(world, cbo(world)), id, more))

/** Whether each ad that a list has says that its Pin was deleted. */
const deletedIn = async (world: Mock): Promise<readonly boolean[]> =>
  (await world.get('/ads')).body.items.map(({ is_pin_deleted }: Json) => is_pin_deleted)

t.test('an ad shows a product Pin, and the Pin says so wherever it is read', async (t) => {
  const world = await mock(t)
  const pin = await productPinIn(world)
  const ad = await adOf(world, pin)
  t.match(ad, { pin_id: pin.id, is_pin_deleted: false })
  t.strictSame(await readAd(world, ad), ad)
  t.strictSame((await world.get('/ads')).body.items, [ad])
  const promoted = { ...pin, has_been_promoted: true }
  t.strictSame((await world.call('GET', `/v5/pins/${pin.id}`)).body, promoted)
  t.strictSame(await pinOfItem(world), promoted)
})

t.test('a draft of a product Pin promotes it when it is published', async (t) => {
  const world = await mock(t)
  const pin = await productPinIn(world)
  const ad = await adOf(world, pin, { status: 'DRAFT' })
  t.equal((await pinOfItem(world)).has_been_promoted, false)
  await world.change('/ads', { id: ad.id, status: 'ACTIVE' })
  t.equal((await pinOfItem(world)).has_been_promoted, true)
})

t.test('what stores an item again leaves its product Pin promoted', async (t) => {
  const world = await mock(t)
  await adOf(world, await productPinIn(world))
  await operate(world, 'UPSERT', { ...boot, title: 'Winter boot' })
  t.match(await pinOfItem(world), { title: 'Winter boot', has_been_promoted: true })
})

t.test('a draft is changed to a product Pin, and from one', async (t) => {
  const world = await mock(t)
  const pin = await productPinIn(world)
  const other = await pinOf(world)
  const ad = await adOf(world, { id: other }, { status: 'DRAFT' })
  t.match(await world.change('/ads', { id: ad.id, pin_id: pin.id }), { pin_id: pin.id, is_pin_deleted: false })
  t.match(await world.change('/ads', { id: ad.id, pin_id: other }), { pin_id: other, is_pin_deleted: false })
})

t.test(
  'an ad says that the item of its product Pin was deleted, and is not of the item that comes again',
  async (t) => {
    const world = await mock(t)
    const ad = await adOf(world, await productPinIn(world))
    await adOf(world, { id: await pinOf(world) })
    t.same(await deletedIn(world), [false, false])
    await operate(world, 'DELETE')
    t.same(await deletedIn(world), [true, false])
    t.equal((await world.change('/ads', { id: ad.id, name: 'Still here' })).is_pin_deleted, true)
    t.equal((await productPinIn(world)).has_been_promoted, false)
    t.same(await deletedIn(world), [true, false])
  },
)

t.test('an ad says that the feed of its product Pin was deleted while the item is still stored', async (t) => {
  const world = await mock(t)
  storedItems(world, await createdCatalog(world), { A: boot, B: boot })
  await adOf(world, await pinOfItem(world, 'A'))
  await adOf(world, await pinOfItem(world, 'B'))
  hide(world)
  t.same(await deletedIn(world), [true, false])
})

t.test('an item that is gone is refused by name', async (t) => {
  const world = await mock(t)
  const { id } = await productPinIn(world)
  const ad = await adOf(world, { id: await pinOf(world) }, { status: 'DRAFT' })
  await operate(world, 'DELETE')
  const { body } = await tryAdChange(world, ad, { pin_id: id })
  t.match(body.items[0].exceptions, { code: 50 })
})

t.test("another user's product Pin is promoted as other Pins of theirs are", async (t) => {
  const world = await mock(t)
  const id = await productPinOfOther(world)
  t.match(await adOf(world, { id }), { pin_id: id, is_pin_deleted: false })
})

t.test('a product Pin is previewed, alone and as the hero of a collection', async (t) => {
  const world = await mock(t)
  const { id } = await productPinIn(world)
  const collection = { catalog_product_group_id: '1', creative_type: 'COLLECTION', hero_pin_id: id }
  for (const body of [{ pin_id: id }, collection]) {
    t.equal((await world.post('/ad_previews', body)).status, 200)
  }
})

t.test('an ad group with an ad of a product Pin is previewed while the item is there', async (t) => {
  const world = await mock(t)
  const { ad_group_id, pin_id } = await adOf(world, await productPinIn(world))
  const preview = async () => (await world.post('/campaign_ad_preview', [{ ad_group_id }])).body[0].data
  t.match(await preview(), { ad_group_id, uuid: String })
  await operate(world, 'DELETE')
  t.match((await preview()).exceptions, { code: 1 }, pin_id)
})

t.test('a result of a quiz leads to a product Pin', async (t) => {
  const world = await mock(t)
  const pin = await productPinIn(world)
  const quiz_pin_data = {
    questions: [{ question_id: 1, question_text: 'Where?', options: [{ id: 1, text: 'There' }] }],
    results: [{ result_id: 1, organic_pin_id: pin.id }],
  }
  t.match(await adOf(world, pin, { creative_type: 'QUIZ', quiz_pin_data }), { quiz_pin_data })
})

t.test('a seed has an ad of an item of the same seed, and of one before it', async (t) => {
  const world = await mock(t)
  const market = { country: 'US', language: 'en-US' }
  const ad = { creative_type: 'REGULAR', ad_group: 'group' }
  const first = await world.call('POST', '/__mock/seed', {
    catalogs: [{ alias: 'catalog', catalog_type: 'RETAIL', name: 'Shop' }],
    items: [{ alias: 'boot', catalog: 'catalog', ...market, key: 'BOOT', attributes: boot }],
    campaigns: [
      {
        alias: 'campaign',
        ad_account: world.account,
        name: 'A',
        objective_type: 'AWARENESS',
        daily_spend_cap: 20_000_000,
      },
    ],
    ad_groups: [
      {
        alias: 'group',
        campaign: 'campaign',
        name: 'A',
        billable_event: 'IMPRESSION',
        bid_in_micro_currency: 5_000_000,
      },
    ],
    ads: [{ ...ad, item: 'boot' }],
  })
  t.equal(first.status, 200, JSON.stringify(first.body))
  const { boot: id } = first.body.items
  t.strictSame(
    (await world.get('/ads')).body.items.map(({ pin_id }: Json) => pin_id),
    [id],
  )
  for (const item of ['boot', id])
    t.equal((await world.call('POST', '/__mock/seed', { ads: [{ ...ad, item }] })).status, 200)
  t.same(await deletedIn(world), [false, false, false])
  for (const wrong of [{}, { item: id, pin: await pinOf(world) }])
    t.match(await world.call('POST', '/__mock/seed', { ads: [{ ...ad, ...wrong }] }), { status: 400 })
  t.match(
    (await world.call('POST', '/__mock/seed', { ads: [{ ...ad, item: 'tent' }] })).body.message,
    /'tent' is not among the items/,
  )
})

t.test('forks and state files have the product Pin, and that it was promoted', async (t) => {
  const world = await mock(t)
  const pin = await productPinIn(world)
  await adOf(world, pin)
  const promoted = { ...pin, has_been_promoted: true }
  await world.call('POST', '/__mock/worlds', { name: 'copy', from: { world: 'default' } })
  t.strictSame((await world.call('GET', `/w/copy/v5/pins/${pin.id}`)).body, promoted)
  const { body: state } = await world.call('GET', '/__mock/state')
  const other = await mock(t)
  t.equal((await other.call('PUT', '/__mock/state', state)).status, 200)
  t.strictSame((await other.call('GET', `/v5/pins/${pin.id}`)).body, promoted)
  t.same(await deletedIn(other), [false])
})
