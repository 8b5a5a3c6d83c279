import t from 'tap'
import { madeIn, perGroup, rulesOf } from '#test/fixtures/ad-groups.ts'
import { created, made, promoting } from '#test/fixtures/promotions.ts'
import { type Json, mock } from '#test/support/mock.ts'

const unset = {
  grid_click_type: null,
  bid_in_micro_currency: null,
  catalog_product_group_id: null,
  catalog_product_group_name: null,
  collections_header_type: null,
  collections_hero_destination_url: null,
  collections_hero_pin_id: null,
  customizable_cta_type: null,
  definition: null,
  is_mdl: null,
  parent_id: null,
  preferred_media_type: null,
  relative_definition: null,
  selected_image_tag: null,
  selected_video_tag: null,
  slideshow_collections_description: null,
  slideshow_collections_title: null,
  tracking_url: null,
}

const full = {
  status: 'PAUSED',
  creative_type: 'COLLECTION',
  included: false,
  is_generate_background: true,
  bid_in_micro_currency: 14_000_000,
  catalog_product_group_id: '443700000103',
  catalog_product_group_name: 'Boots',
  collections_header_type: 'ON_SALE',
  collections_hero_destination_url: 'https://example.com/boots',
  collections_hero_pin_id: '1055601600128614527',
  customizable_cta_type: 'BUY_ONLINE_PICKUP_IN_STORE',
  definition: "*/product_type_0='shoes'/product_type_1='boots'",
  is_mdl: true,
  parent_id: '443700000001',
  preferred_media_type: 'VIDEO',
  relative_definition: "product_type_1='boots'",
  selected_image_tag: 'sale',
  selected_video_tag: 'sale',
  slideshow_collections_description: 'For every path',
  slideshow_collections_title: 'Boots',
  tracking_url: 'https://example.com/track',
}

t.test('a product group promotion of which little is said has these fields and no others', async (t) => {
  const world = await mock(t)
  const { id: ad_group_id } = await promoting(world)
  const { status, body } = await created(world, { id: ad_group_id }, {})
  t.equal(status, 200)
  const { id } = body.items[0].data
  t.match(id, /^2681\d{9}$/)
  const data = {
    id,
    ad_group_id,
    status: 'ACTIVE',
    creative_type: 'REGULAR',
    included: true,
    is_generate_background: false,
    ...unset,
  }
  t.strictSame(body, { items: [{ data, exceptions: [] }] })
  t.strictSame((await world.get(`/product_group_promotions/${id}`)).body, data)
})

t.test('what was sent comes back as it was sent', async (t) => {
  const world = await mock(t)
  const adGroup = await promoting(world)
  const { id, ad_group_id, grid_click_type, ...rest } = await made(world, adGroup, full)
  t.strictSame(rest, full)
  t.equal(ad_group_id, adGroup.id)
  t.equal(grid_click_type, null)
  t.strictSame((await world.get(`/product_group_promotions/${id}`)).body, {
    id,
    ad_group_id,
    grid_click_type,
    ...rest,
  })
})

t.test('null on creation is the same as nothing, for every field', async (t) => {
  const world = await mock(t)
  const adGroup = await promoting(world)
  const nulls = Object.fromEntries(Object.keys({ ...full, ad_group_id: 0 }).map((field) => [field, null]))
  const { body } = await created(world, adGroup, {}, nulls)
  const [{ id: _, ...bare }, { id: __, ...nulled }] = body.items.map(({ data }: Json) => data)
  t.strictSame(nulled, bare)
})

t.test('the ad group and the click type of an item have no effect', async (t) => {
  const world = await mock(t)
  const adGroup = await promoting(world)
  const item = await made(world, adGroup, { ad_group_id: '2680000000001', grid_click_type: 'CLOSEUP' })
  t.equal(item.ad_group_id, adGroup.id)
  t.equal(item.grid_click_type, null)
})

t.test('what version 5.28 adds is taken, and images are told to be resized only where that was said', async (t) => {
  const world = await mock(t)
  const adGroup = await promoting(world)
  const added = { is_image_auto_resizing: true, creative_type: 'APP', customizable_cta_type: 'TAKE_A_CLOSER_LOOK' }
  t.match(await made(world, adGroup, added), added)
  t.notOk('is_image_auto_resizing' in (await made(world, adGroup)))
})

t.test('an ad group may be named by its id with AG before it', async (t) => {
  const world = await mock(t)
  const { id } = await promoting(world)
  t.equal((await made(world, { id: `AG${id}` })).ad_group_id, id)
})

t.test('what is right of a batch is stored, and what is wrong is told, in the order of the request', async (t) => {
  const world = await mock(t)
  const adGroup = await promoting(world)
  const tracking_url = 'https://example.com/'.padEnd(4001, 'x')
  const { status, body } = await created(world, adGroup, { definition: 'one' }, { tracking_url }, { definition: 'two' })
  t.equal(status, 200)
  t.match(body.items, [
    { data: { definition: 'one' }, exceptions: [] },
    { exceptions: [{ code: 1, message: /^tracking_url / }] },
    { data: { definition: 'two' }, exceptions: [] },
  ])
  t.notOk('data' in body.items[1])
  const listed = (await world.get(`/product_group_promotions?ad_group_id=${adGroup.id}`)).body.items
  t.same(
    listed.map(({ definition }: Json) => definition),
    ['one', 'two'],
  )
})

t.test('an ad group that is not there refuses every item', async (t) => {
  const world = await mock(t)
  const answer = await created(world, { id: '2680000000001' }, {}, {})
  t.equal(answer.status, 200)
  const refused = { exceptions: [{ code: 2, message: 'Ad group not found.' }] }
  t.strictSame(answer.body, { items: [refused, refused] })
  t.strictSame(rulesOf(answer), ['ad_group.exists'])
})

t.test("product groups cannot be promoted in another ad account's ad group", async (t) => {
  const world = await mock(t)
  const { id: ad_group_id } = await promoting(world)
  const other = (await world.call('POST', '/v5/ad_accounts', { name: 'Other' })).body.id
  const body = { ad_group_id, product_group_promotion: [{}] }
  const answer = await world.call('POST', `/v5/ad_accounts/${other}/product_group_promotions`, body)
  t.strictSame(rulesOf(answer), ['ad_group.exists'])
})

t.test('a batch has 1 to 30 items', async (t) => {
  const world = await mock(t)
  const adGroup = await promoting(world)
  t.equal((await created(world, adGroup, ...Array(30).fill({}))).body.items.length, 30)
  for (const count of [0, 31]) {
    const { status, body } = await created(world, adGroup, ...Array(count).fill({}))
    t.equal(status, 400)
    t.equal(body.code, 1)
  }
  const { items } = (await world.get(`/product_group_promotions?page_size=250&ad_group_id=${adGroup.id}`)).body
  t.equal(items.length, 30)
})

t.test('what breaks the schema refuses the whole request and stores nothing', async (t) => {
  const world = await mock(t)
  const { id: ad_group_id } = await promoting(world)
  const withItem = (item: unknown) => ({ ad_group_id, product_group_promotion: [{}, item] })
  const broken = [
    {},
    [{}],
    { ad_group_id },
    { product_group_promotion: [{}] },
    { ad_group_id: 'x', product_group_promotion: [{}] },
    withItem('promotion'),
    withItem({ status: 'RUNNING' }),
    withItem({ creative_type: 'regular' }),
    withItem({ bid_in_micro_currency: -1 }),
    withItem({ bid_in_micro_currency: '1' }),
    withItem({ catalog_product_group_id: 'x' }),
    withItem({ included: 'yes' }),
    withItem({ customizable_cta_type: 'ADD_TO_CART' }),
    withItem({ preferred_media_type: 'AUDIO' }),
    withItem({ tracking_url: 7 }),
  ]
  for (const request of broken) {
    const { status, body } = await world.post('/product_group_promotions', request)
    t.equal(status, 400, JSON.stringify(request))
    t.equal(body.code, 1)
  }
  t.strictSame((await world.get(`/product_group_promotions?ad_group_id=${ad_group_id}`)).body.items, [])
})

t.test('a product group promotion that is not there, or not in this ad account, is a 404', async (t) => {
  const world = await mock(t)
  const { id } = await made(world, await promoting(world))
  const other = (await world.call('POST', '/v5/ad_accounts', { name: 'Other' })).body.id
  for (const answer of [
    await world.get('/product_group_promotions/2681000000001'),
    await world.call('GET', `/v5/ad_accounts/${other}/product_group_promotions/${id}`),
  ]) {
    t.equal(answer.status, 404)
    t.strictSame(answer.body, { code: 2, message: 'Product group promotion not found.' })
  }
})

t.test('an ad account that is not there is refused', async (t) => {
  const { call } = await mock(t)
  const body = { ad_group_id: '1', product_group_promotion: [{ id: '1' }] }
  for (const [method, path] of [
    ['GET', '/1'],
    ['GET', '?ad_group_id=1'],
    ['POST', ''],
    ['PATCH', ''],
  ] as const) {
    const sent = method === 'GET' ? undefined : body
    const answer = await call(method, `/v5/ad_accounts/123/product_group_promotions${path}`, sent)
    t.equal(answer.status, 403)
    t.equal(answer.body.code, 29)
  }
})

t.test('emptying an ad account takes its product group promotions away', async (t) => {
  const world = await mock(t)
  const { id } = await made(world, await madeIn(world, perGroup(world)))
  await world.call('DELETE', `/v5/ad_accounts/${world.account}/sandbox`)
  t.equal((await world.get(`/product_group_promotions/${id}`)).status, 404)
})
