import t from 'tap'
import { adGroupIn, cbo, madeIn } from '../fixtures/ad-groups.ts'
import { adIn, pinOf } from '../fixtures/ads.ts'
import { boardIn, image, pinIn } from '../fixtures/pins.ts'
import { type Json, mock } from '../support/mock.ts'

/** An id of 19 digits that nothing has. */
const unknown = '1072068023705238984'

const board = { code: 40, message: 'Board not found.' }
const section = { code: 2031, message: "Sorry! We couldn't find this board section." }
const pin = { code: 50, message: 'Pin not found.' }
const media = { code: 2, message: 'Media not found.' }
const cover_image_url = 'https://example.com/1.jpg'

const missing: readonly (readonly [method: string, path: string, body: Json, expected: object])[] = [
  ['GET', `/boards/${unknown}`, undefined, board],
  ['PATCH', `/boards/${unknown}`, { name: 'x' }, board],
  ['DELETE', `/boards/${unknown}`, undefined, board],
  ['GET', `/boards/${unknown}/pins`, undefined, board],
  ['GET', `/boards/${unknown}/sections`, undefined, board],
  ['POST', `/boards/${unknown}/sections`, { name: 'x' }, board],
  ['PATCH', `/boards/${unknown}/sections/${unknown}`, { name: 'x' }, board],
  ['DELETE', `/boards/${unknown}/sections/${unknown}`, undefined, board],
  ['GET', `/boards/${unknown}/sections/${unknown}/pins`, undefined, board],
  ['GET', `/pins/${unknown}`, undefined, pin],
  ['PATCH', `/pins/${unknown}`, { title: 'x' }, pin],
  ['DELETE', `/pins/${unknown}`, undefined, pin],
  ['POST', `/pins/${unknown}/save`, {}, pin],
  ['POST', '/pins', { board_id: unknown, media_source: image }, board],
  ['POST', '/pins', { parent_pin_id: unknown }, pin],
  ['POST', '/pins', { media_source: { source_type: 'video_id', media_id: unknown, cover_image_url } }, media],
  ['GET', `/media/${unknown}`, undefined, media],
]
for (const [method, path, body, refusal] of missing) {
  const named = body === undefined ? '' : ` ${JSON.stringify(body).slice(0, 60)}`
  t.test(`${method} ${path}${named} is a 404 with the code of what is not there`, async (t) => {
    const { call } = await mock(t)
    const answer = await call(method, `/v5${path}`, body)
    t.equal(answer.status, 404)
    t.strictSame(answer.body, refusal)
  })
}

t.test('a section of 19 digits that a board has not is a 404 with the code of sections', async (t) => {
  const world = await mock(t)
  const { id } = await boardIn(world)
  const { id: pinId } = await pinIn(world)
  const on = `/v5/boards/${id}/sections/${unknown}`
  const place = { board_id: id, board_section_id: unknown }
  for (const [method, path, body] of [
    ['PATCH', on, { name: 'x' }],
    ['DELETE', on],
    ['GET', `${on}/pins`],
    ['POST', '/v5/pins', { ...place, media_source: image }],
    ['PATCH', `/v5/pins/${pinId}`, place],
    ['POST', `/v5/pins/${pinId}/save`, place],
  ] as const) {
    const answer = await world.call(method, path, body)
    t.equal(answer.status, 404, `${method} ${path}`)
    t.strictSame(answer.body, section)
  }
})

t.test('an id may be longer than any that there is', async (t) => {
  const { call } = await mock(t)
  for (const digits of [20, 100, 900]) {
    t.match(await call('GET', `/v5/pins/${'9'.repeat(digits)}`), { status: 404, body: pin })
    t.match(await call('POST', '/v5/pins', { parent_pin_id: '9'.repeat(digits * 10) }), { status: 404, body: pin })
  }
})

t.test('an id that is no number stays a request that is refused', async (t) => {
  const { call } = await mock(t)
  for (const path of ['/boards/trails', '/pins/1a', '/media/-1', '/boards/1/sections/x/pins']) {
    t.match(await call('GET', `/v5${path}`), { status: 400, body: { code: 1, message: /must match the pattern: / } })
  }
})

t.test('sponsors have ids of 19 digits', async (t) => {
  t.match(await pinIn(await mock(t), { sponsor_id: unknown }), { id: /^\d{19}$/ })
})

t.test('what is described as any text and names no Pin is a Pin that is not there', async (t) => {
  const { call, post } = await mock(t)
  t.match(await call('POST', '/v5/pins/tent/save', {}), { status: 404, body: pin })
  t.match(await post('/ad_previews', { pin_id: 'tent' }), { status: 404, body: pin })
})

t.test('an ad of a Pin that is not there is refused alone', async (t) => {
  const world = await mock(t)
  const group = await madeIn(world, cbo(world))
  const { status, body } = await world.post('/ads', [adIn(group, unknown), adIn(group, await pinOf(world))])
  t.equal(status, 200)
  t.match(body.items, [{ exceptions: { code: Number, message: /Pin/ } }, { data: { id: String } }])
})

t.test('an ad group under a campaign of 19 digits that is not there is refused alone', async (t) => {
  const world = await mock(t)
  const campaign = await cbo(world)
  const groups = [adGroupIn({ ...campaign, id: unknown }), adGroupIn(campaign)]
  const { status, body } = await world.post('/ad_groups', groups)
  t.equal(status, 200)
  t.match(body.items, [{ exceptions: [{ code: Number, message: /Campaign/ }] }, { data: { id: String } }])
})

t.test('an ad in an ad group of 19 digits that is not there is refused alone', async (t) => {
  const world = await mock(t)
  const group = await madeIn(world, cbo(world))
  const pin_id = await pinOf(world)
  const { status, body } = await world.post('/ads', [adIn({ id: unknown }, pin_id), adIn(group, pin_id)])
  t.equal(status, 200)
  t.match(body.items, [{ exceptions: { message: /Ad group/ } }, { data: { id: String } }])
})

t.test('a keyword of 19 digits that is not there is refused alone, as is a parent', async (t) => {
  const world = await mock(t)
  const { id } = await madeIn(world, cbo(world))
  const keyword = { match_type: 'EXACT', value: 'tea' }
  const [made] = (await world.post('/keywords', { parent_id: id, keywords: [keyword] })).body.keywords
  const changes = [made.id, unknown].map((one) => ({ id: one, archived: true }))
  const { status, body } = await world.patch('/keywords', { keywords: changes })
  t.equal(status, 200)
  t.match(body, { keywords: [{ id: made.id }], errors: [{ data: { id: unknown } }] })
  const orphan = await world.post('/keywords', { parent_id: unknown, keywords: [keyword] })
  t.match(orphan, { status: 200, body: { keywords: [], errors: [{ error_messages: [String] }] } })
})

t.test('a label of 19 digits that is not there is refused alone', async (t) => {
  const { post, patch } = await mock(t)
  const { labels } = (await post('/labels', { labels: [{ label_type: 'CUSTOM', value: 'Summer' }] })).body
  const changes = [labels[0].id, unknown].map((id) => ({ id, value: `Of ${id.slice(0, 4)}` }))
  const { status, body } = await patch('/labels', { labels: changes })
  t.equal(status, 200)
  t.match(body, { labels: [{ id: labels[0].id }], errors: [{ data: { id: unknown } }] })
})

t.test('the hero of a collection, of a preview and of an audience may have 19 digits', async (t) => {
  const world = await mock(t)
  const { id: ad_group_id } = await madeIn(world, cbo(world, { objective_type: 'CATALOG_SALES' }), {
    billable_event: 'CLICKTHROUGH',
  })
  const promotion = { catalog_product_group_id: unknown, collections_hero_pin_id: unknown }
  const promoted = await world.post('/product_group_promotions', { ad_group_id, product_group_promotion: [promotion] })
  t.match(promoted, { status: 200, body: { items: [{ data: promotion }] } })
  t.match(await world.post('/ad_previews', { pin_id: unknown }), { status: 404, body: pin })
  const rule = { engagement_domain: ['example.com'], pin_id: [unknown], ad_id: [unknown], campaign_id: [unknown] }
  const audience = { name: 'Engaged', audience_type: 'ENGAGEMENT', rule }
  t.match(await world.post('/audiences', audience), { status: 200, body: { rule: { pin_id: [unknown] } } })
})

t.test('the owner of an ad account may have 19 digits', async (t) => {
  const { call } = await mock(t)
  const { status, body } = await call('POST', '/v5/ad_accounts', { name: 'Theirs', owner_user_id: unknown })
  t.equal(status, 200)
  t.equal(body.owner.id, unknown)
})

t.test('ids to filter by that are not there are left out, whatever their length', async (t) => {
  const { get } = await mock(t)
  for (const path of [
    `/ads?ad_ids=${unknown}`,
    `/ads?ad_group_ids=${unknown}`,
    `/ad_groups?ad_group_ids=${unknown}`,
    `/product_group_promotions?product_group_promotion_ids=${unknown}`,
  ]) {
    t.match(await get(path), { status: 200, body: { items: [] } }, path)
  }
})

t.test('the ids of ads in a path or a query have at most 18 digits', async (t) => {
  const { get } = await mock(t)
  for (const path of [
    `/campaigns/${unknown}`,
    `/ad_groups/${unknown}`,
    `/ads/${unknown}`,
    `/campaigns?campaign_ids=${unknown}`,
  ]) {
    t.match(await get(path), { status: 400, body: { code: 1, message: /at most 18/ } }, path)
    t.not((await get(path.replace(unknown, unknown.slice(1)))).status, 400, `${path}, one digit less`)
  }
})
