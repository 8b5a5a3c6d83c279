import t from 'tap'
import { boardIn, pinIn, sectionIn } from '#test/fixtures/pins.ts'
import { mock } from '#test/support/mock.ts'

const created = {
  id: '1055601668848091246',
  name: 'Trails',
  description: '',
  privacy: 'PUBLIC',
  is_ads_only: false,
  owner: { username: 'mock_advertiser' },
  created_at: '2026-06-01T12:00:00',
  collaborator_count: 0,
  follower_count: 0,
  board_pins_modified_at: '2026-06-01T12:00:00',
  pin_count: 0,
  media: { image_cover_url: null, pin_thumbnail_urls: [] },
}

t.test('a board of a name alone is PUBLIC and empty', async (t) => {
  const { call } = await mock(t)
  const { status, body } = await call('POST', '/v5/boards', { name: 'Trails' })
  t.equal(status, 200)
  t.strictSame(body, created)
  t.strictSame((await call('GET', `/v5/boards/${created.id}`)).body, created)
})

t.test('null counts as absent when a board is created', async (t) => {
  const { call } = await mock(t)
  const nulls = { name: 'Trails', description: null, privacy: null, is_ads_only: null }
  t.strictSame((await call('POST', '/v5/boards', nulls)).body, created)
})

t.test('an ads-only board is PROTECTED and has the one name for it', async (t) => {
  const board = await boardIn(await mock(t), 'My ads', { is_ads_only: true, privacy: 'SECRET' })
  t.match(board, { name: 'Ad-only Pins', privacy: 'PROTECTED', is_ads_only: true })
})

t.test('an update leaves what it does not send, and null empties the description', async (t) => {
  const world = await mock(t)
  const { id } = await boardIn(world, 'Trails', { description: 'Where to walk' })
  const path = `/v5/boards/${id}`
  const { status, body } = await world.call('PATCH', path, { name: 'Peaks', privacy: 'SECRET' })
  t.equal(status, 200)
  t.match(body, { id, name: 'Peaks', privacy: 'SECRET', description: 'Where to walk' })
  t.match((await world.call('PATCH', path, { name: null, privacy: null, description: null })).body, {
    name: 'Peaks',
    privacy: 'SECRET',
    description: '',
  })
})

t.test('renaming a board to a name that is taken is told as clients expect it', async (t) => {
  const world = await mock(t)
  await boardIn(world, 'Trails')
  const { id } = await boardIn(world, 'Peaks')
  const { status, body } = await world.call('PATCH', `/v5/boards/${id}`, { name: 'Trails' })
  t.equal(status, 400)
  t.match(body.message, /Could not edit board/)
  t.equal((await world.call('GET', `/v5/boards/${id}`)).body.name, 'Peaks')
})

t.test('a board shows how many Pins it has, and the newest', async (t) => {
  const world = await mock(t)
  const { id } = await boardIn(world)
  const url = (number: number) => `https://example.com/${number}.jpg`
  for (const number of [1, 2, 3, 4, 5, 6]) {
    world.clock.advance(1000)
    await pinIn(world, { board_id: id, media_source: { source_type: 'image_url', url: url(number) } })
  }
  t.match((await world.call('GET', `/v5/boards/${id}`)).body, {
    pin_count: 6,
    board_pins_modified_at: '2026-06-01T12:00:06',
    media: { image_cover_url: url(6), pin_thumbnail_urls: [6, 5, 4, 3, 2].map(url) },
  })
})

t.test('a deleted board goes with its sections and its Pins, and its name is free', async (t) => {
  const world = await mock(t)
  const { id } = await boardIn(world)
  const section = await sectionIn(world, id)
  const pin = await pinIn(world, { board_id: id, board_section_id: section.id })
  const { status, body, headers } = await world.call('DELETE', `/v5/boards/${id}`)
  t.equal(status, 204)
  t.equal(body, '')
  t.equal(headers['content-type'], 'application/json')
  t.equal((await world.call('GET', `/v5/boards/${id}`)).status, 404)
  t.equal((await world.call('GET', `/v5/pins/${pin.id}`)).status, 404)
  t.not((await boardIn(world)).id, id, 'ids are not used again')
})

t.test('a DELETE may say that it sends JSON and send nothing', async (t) => {
  const world = await mock(t)
  const { id } = await boardIn(world)
  t.equal((await world.call('DELETE', `/v5/boards/${id}`, '', { 'content-type': 'application/json' })).status, 204)
})

t.test('a board that is not there is code 40', async (t) => {
  const { call } = await mock(t)
  for (const [method, body] of [['GET'], ['PATCH', { name: 'x' }], ['DELETE']] as const) {
    const answer = await call(method, '/v5/boards/1055601668848091001', body)
    t.equal(answer.status, 404)
    t.strictSame(answer.body, { code: 40, message: 'Board not found.' })
  }
})

t.test('whoever acts for an ad account must know it', async (t) => {
  const { call, account } = await mock(t)
  t.equal((await call('GET', `/v5/boards?ad_account_id=${account}`)).status, 200)
  const { status, body } = await call('POST', '/v5/boards?ad_account_id=549755885999', { name: 'Trails' })
  t.equal(status, 403)
  t.strictSame(body, { code: 29, message: 'You are not permitted to access that resource.' })
  t.strictSame((await call('GET', '/v5/boards')).body.items, [])
})

const refused = {
  'no name': {},
  'an empty name': { name: '' },
  'a privacy that does not exist': { name: 'Trails', privacy: 'HIDDEN' },
  'a name of 181 characters': { name: 'x'.repeat(181) },
}
for (const [what, body] of Object.entries(refused)) {
  t.test(`a board is refused with ${what}`, async (t) => {
    const { call } = await mock(t)
    t.match(await call('POST', '/v5/boards', body), { status: 400, body: { code: 1, message: /^Invalid request: / } })
    t.strictSame((await call('GET', '/v5/boards')).body.items, [])
  })
}

t.test('an update cannot make a board PROTECTED', async (t) => {
  const world = await mock(t)
  const { id } = await boardIn(world)
  t.equal((await world.call('PATCH', `/v5/boards/${id}`, { privacy: 'PROTECTED' })).status, 400)
})
