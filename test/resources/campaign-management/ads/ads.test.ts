import t from 'tap'
import { cbo, madeIn, rulesOf } from '#test/fixtures/ad-groups.ts'
import { adIn, madeAd, pinOf, readAd, sandboxedPin, tryAd, tryAdChange } from '#test/fixtures/ads.ts'
import { type Json, mock } from '#test/support/mock.ts'

t.test('a new ad has every field, and null in what nobody gave', async (t) => {
  const world = await mock(t)
  const adGroup = await madeIn(world, cbo(world))
  const pin_id = await pinOf(world)
  const { status, body } = await world.post('/ads', [adIn(adGroup, pin_id)])
  t.equal(status, 200)
  const [{ data, ...beside }] = body.items
  t.strictSame(beside, {}, 'without exceptions')
  t.match(data.id, /^6871\d{8}$/)
  t.strictSame(data, {
    id: data.id,
    ad_account_id: world.account,
    campaign_id: adGroup.campaign_id,
    ad_group_id: adGroup.id,
    pin_id,
    type: 'ad',
    name: null,
    status: 'ACTIVE',
    creative_type: 'REGULAR',
    created_time: world.now,
    updated_time: world.now,
    destination_url: null,
    android_deep_link: null,
    ios_deep_link: null,
    carousel_destination_urls: null,
    carousel_android_deep_links: null,
    carousel_ios_deep_links: null,
    collection_items_destination_url_template: null,
    click_tracking_url: null,
    view_tracking_url: null,
    tracking_urls: null,
    customizable_cta_type: null,
    grid_click_type: 'CLOSEUP',
    disclosure_type: null,
    disclosure_url: null,
    lead_form_id: null,
    quiz_pin_data: null,
    is_removable: false,
    is_pin_deleted: false,
    review_status: 'PENDING',
    rejected_reasons: [],
    rejection_labels: [],
    summary_status: 'PENDING',
  })
  t.strictSame(await readAd(world, data), data)
})

t.test('null in a creation is as good as absent, as Python clients write it', async (t) => {
  const world = await mock(t)
  const fields = ['name', 'status', 'destination_url', 'tracking_urls', 'customizable_cta_type', 'quiz_pin_data']
  const more = ['is_removable', 'is_pin_deleted', 'grid_click_type', 'lead_form_id', 'disclosure_type', 'ad_account_id']
  const nulls = Object.fromEntries([...fields, ...more].map((field) => [field, null]))
  const { id, pin_id, ad_group_id, campaign_id, ...bare } = await madeAd(world)
  const ad = await madeAd(world, nulls)
  t.match(ad, bare)
})

t.test('what version 5.28 adds is answered only for ads that were given it, and can be changed', async (t) => {
  const world = await mock(t)
  const added = {
    collections_header_type: 'SHOP_THIS_COLLECTION',
    is_carting: true,
    is_collage_accepted_terms: true,
    is_collage_single_destination: false,
  }
  const template = { collection_items_destination_url_template: 'https://example.com/{id}' }
  const ad = await madeAd(world, { ...added, ...template })
  t.match(ad, { ...added, ...template })
  const plain = await madeAd(world)
  for (const field of Object.keys(added)) t.notOk(field in plain, field)
  t.match(await world.change('/ads', { id: ad.id, name: 'Renamed' }), { ...added, ...template }, 'nothing is lost')
  const change = { is_carting: false, is_collage_accepted_terms: null, is_collage_single_destination: true }
  const changed = await world.change('/ads', { id: ad.id, ...change, collections_header_type: null })
  t.match(changed, { is_carting: false, is_collage_accepted_terms: true, is_collage_single_destination: true })
  t.notOk('collections_header_type' in changed)
  t.match(await world.change('/ads', { id: plain.id, is_carting: true }), { is_carting: true })
})

t.test('calls to action and kinds of ads are those of version 5.28', async (t) => {
  const world = await mock(t)
  const adGroup = await madeIn(world, cbo(world, { objective_type: 'LEADS' }), { billable_event: 'CLICKTHROUGH' })
  const link = { destination_url: 'https://example.com/form' }
  for (const customizable_cta_type of ['FIND_RETAILERS', 'TAKE_A_PEEK'])
    t.match(await madeAd(world, { ...link, customizable_cta_type }, adGroup), { customizable_cta_type })
  t.match(await madeAd(world, { ...link, creative_type: 'APP' }, adGroup), { creative_type: 'APP' })
  for (const wrong of [{ customizable_cta_type: 'SHOP_ON_ADVERTISER' }, { collections_header_type: 'ON_SALE' }])
    t.match(await tryAd(world, adGroup, wrong), { status: 400, body: { code: 1 } })
})

t.test('an ad group may be named with letters before its id', async (t) => {
  const world = await mock(t)
  const adGroup = await madeIn(world, cbo(world))
  const ad = await madeAd(world, { ad_group_id: `AG${adGroup.id}` }, adGroup)
  t.equal(ad.ad_group_id, adGroup.id)
})

t.test('what is refused has its first refusal as one object, as recorded', async (t) => {
  const world = await mock(t)
  const adGroup = await madeIn(world, cbo(world))
  const { status, body } = await world.post('/ads', [adIn(adGroup, await sandboxedPin(world))])
  t.equal(status, 200)
  t.strictSame(body, { items: [{ exceptions: { code: 2781, message: 'Sandboxed Pins may not be promoted.' } }] })
  const unknown = await world.post('/ads', [adIn(adGroup, '123', { creative_type: 'CAROUSEL' })])
  t.strictSame(unknown.body, { items: [{ exceptions: { code: 50, message: 'Pin not found.' } }] })
  t.strictSame(rulesOf(unknown), ['ad.pin.exists', 'ad.carousel.links'], 'the header names all of them')
})

t.test('what is right in a batch is stored, what is wrong is told, in the order of the request', async (t) => {
  const world = await mock(t)
  const adGroup = await madeIn(world, cbo(world))
  const pin = await pinOf(world)
  const items = [adIn(adGroup, pin, { name: 'One' }), adIn({ id: '1' }, pin), adIn(adGroup, pin, { name: 'Two' })]
  const { body } = await world.post('/ads', items)
  t.equal(body.items[0].data.name, 'One')
  t.strictSame(body.items[1], { exceptions: { code: 2, message: 'Ad group not found.' } })
  t.equal(body.items[2].data.name, 'Two')
  t.equal((await world.get('/ads')).body.items.length, 2)
})

t.test('a batch has 1 to 30 items', async (t) => {
  const world = await mock(t)
  const item = adIn(await madeIn(world, cbo(world)), await pinOf(world))
  for (const count of [0, 31]) {
    t.match(await world.post('/ads', Array(count).fill(item)), { status: 400, body: { code: 1 } })
    t.match(await world.patch('/ads', Array(count).fill({ id: '1' })), { status: 400, body: { code: 1 } })
  }
  t.equal((await world.get('/ads')).body.items.length, 0)
  t.equal((await world.post('/ads', Array(30).fill(item))).body.items.length, 30)
})

t.test('what the schema does not have refuses the whole request', async (t) => {
  const world = await mock(t)
  const item = adIn(await madeIn(world, cbo(world)), await pinOf(world))
  for (const wrong of [
    { ad_group_id: undefined },
    { creative_type: undefined },
    { pin_id: undefined },
    { pin_id: null },
    { creative_type: 'POSTER' },
    { customizable_cta_type: 'CALL' },
    { status: 'RUNNING' },
    { name: 'x'.repeat(256) },
    { ad_group_id: 'C1' },
    { tracking_urls: { click: 'https://example.com' } },
  ]) {
    const { status, body } = await world.post('/ads', [item, { ...item, ...wrong }])
    t.equal(status, 400, JSON.stringify(wrong))
    t.equal(body.code, 1)
  }
  t.equal((await world.get('/ads')).body.items.length, 0)
  t.equal((await world.post('/ads', [{ ...item, name: 'x'.repeat(255) }])).status, 200)
})

t.test('an update changes what was sent, and keeps the rest', async (t) => {
  const world = await mock(t)
  const ad = await madeAd(world, { name: 'One', destination_url: 'https://example.com' })
  world.clock.advance(5000)
  const changed = await world.change('/ads', { id: ad.id, name: 'Two' })
  t.strictSame(changed, { ...ad, name: 'Two', updated_time: world.now + 5 })
  t.strictSame(await readAd(world, ad), changed)
})

t.test('null in an update clears what can be cleared, and is otherwise no change', async (t) => {
  const world = await mock(t)
  const urls = { click: ['https://example.com/click'] }
  const sent = { name: 'One', destination_url: 'https://example.com', tracking_urls: urls }
  const ad = await madeAd(world, sent)
  t.match(ad, sent)
  const nulls = { name: null, destination_url: null, tracking_urls: null, status: null, pin_id: null }
  const changed = await world.change('/ads', { id: ad.id, ...nulls, creative_type: null, ad_group_id: null })
  t.strictSame(changed, { ...ad, name: null, destination_url: null, tracking_urls: null })
  t.match(await world.change('/ads', { id: ad.id, tracking_urls: urls }), { tracking_urls: urls })
  t.match(await world.change('/ads', { id: ad.id, tracking_urls: {} }), { tracking_urls: null })
})

t.test('where a click in the grid leads is not for the advertiser to say', async (t) => {
  const world = await mock(t)
  t.equal((await madeAd(world, { grid_click_type: 'DIRECT_TO_DESTINATION' })).grid_click_type, 'CLOSEUP')
})

t.test('a locked field may be sent as it is', async (t) => {
  const world = await mock(t)
  const { id, pin_id, creative_type, ad_group_id } = await madeAd(world)
  const { body } = await tryAdChange(world, { id }, { pin_id, creative_type, ad_group_id: `AG${ad_group_id}` })
  t.ok(body.items[0].data)
})

t.test('an ad says that its Pin was deleted, and the Pin that an ad was made of it', async (t) => {
  const world = await mock(t)
  const ad = await madeAd(world)
  t.equal((await world.call('GET', `/v5/pins/${ad.pin_id}`)).body.has_been_promoted, true)
  t.equal((await world.call('DELETE', `/v5/pins/${ad.pin_id}`)).status, 204)
  t.equal((await readAd(world, ad)).is_pin_deleted, true)
  t.equal((await world.change('/ads', { id: ad.id, name: 'Still here' })).is_pin_deleted, true)
})

t.test('an ad is found below its own account alone', async (t) => {
  const world = await mock(t)
  const ad = await madeAd(world)
  const other = (await world.call('POST', '/v5/ad_accounts', { name: 'Other' })).body.id
  for (const url of [`/v5/ad_accounts/${other}/ads/${ad.id}`, `/v5/ad_accounts/${world.account}/ads/123321`]) {
    const { status, body } = await world.call('GET', url)
    t.equal(status, 404)
    t.strictSame(body, {
      code: 1012,
      message: 'Request contains invalid gids: user 1055601737567567993, method GetPinPromotionsByIds',
    })
  }
  const foreign = await world.call('PATCH', `/v5/ad_accounts/${other}/ads`, [{ id: ad.id, name: 'Mine' }])
  t.strictSame(foreign.body.items, [{ exceptions: { code: 2, message: 'Ad not found.' } }])
  const item = adIn({ id: ad.ad_group_id }, ad.pin_id)
  const placed = await world.call('POST', `/v5/ad_accounts/${other}/ads`, [item])
  t.strictSame(placed.body.items, [{ exceptions: { code: 2, message: 'Ad group not found.' } }])
})

t.test('no ad is read or written in an account that nobody knows', async (t) => {
  const { call } = await mock(t)
  const calls: readonly [string, string, Json?][] = [
    ['GET', '/ads'],
    ['GET', '/ads/1'],
    ['POST', '/ads', [{ ad_group_id: '1', creative_type: 'REGULAR', pin_id: '1' }]],
    ['PATCH', '/ads', [{ id: '1' }]],
  ]
  for (const [method, path, body] of calls) {
    const answer = await call(method, `/v5/ad_accounts/123${path}`, body)
    t.match(answer, { status: 403, body: { code: 29 } })
  }
})

t.test('a refused update leaves the ad as it was', async (t) => {
  const world = await mock(t)
  const ad = await madeAd(world)
  await tryAdChange(world, ad, { name: 'Other', creative_type: 'VIDEO' })
  t.strictSame(await readAd(world, ad), ad)
})

t.test('a Pin may be shown by several ads, also in one ad group', async (t) => {
  const world = await mock(t)
  const adGroup = await madeIn(world, cbo(world))
  const pin = await pinOf(world)
  const { body } = await world.post('/ads', [adIn(adGroup, pin), adIn(adGroup, pin)])
  t.equal(new Set(body.items.map(({ data }: Json) => data.id)).size, 2)
  t.equal((await tryAd(world, adGroup)).status, 200)
})
